import { localTimeOf } from '#lib/dates/local-time.ts';
import { dayAndTime } from '#locales/dates.ts';
import type { Reader } from '#platform/database/database.ts';
import {
  type Comment,
  findApprovals,
  findCheckedItems,
  findComments,
  findSchedule,
  findWork,
  type Piece,
  type Schedule,
} from '#pieces/pieces.ts';
import type { Publication } from '#publications/publications.ts';
import { findStaff, mayIn, type StaffMember } from '#staff/staff.ts';
import type { CommentView, WorkView } from './composer-state.ts';

/** What is said of the work on a piece, as it is kept. */
async function findAll(db: Reader, pieceId: string) {
  return {
    work: await findWork(db, pieceId),
    checked: await findCheckedItems(db, pieceId),
    approvals: await findApprovals(db, pieceId),
    schedule: await findSchedule(db, pieceId),
    comments: await findComments(db, pieceId),
  };
}

type Said = Awaited<ReturnType<typeof findAll>>;

/** Who works on a piece, how far they are, what they say of it, and when it goes out. */
export async function readWork(
  db: Reader,
  publication: Publication,
  piece: Pick<Piece, 'id' | 'state' | 'liveRevision'>,
  staff: StaffMember,
): Promise<WorkView> {
  const { slug, timeZone, checklist, secondPairOfEyes } = publication;
  const said = await findAll(db, piece.id);
  const { work, approvals, schedule, comments } = said;
  const checked = new Map(said.checked.map(({ item, by }) => [item, by]));
  const members = (await findStaff(db)).filter((member) => !member.suspended && mayIn(member, 'write', slug));
  return {
    stamp: stampOf(said, piece),
    published: { state: piece.state, liveRevision: piece.liveRevision },
    state: work.state,
    assignee: work.assigneeId,
    due: work.dueAt && localTimeOf(Temporal.Instant.from(work.dueAt), timeZone),
    changes: work.changes,
    staff: members.map(({ id, name }) => ({ id, name })),
    checklist: checklist.map((item) => ({ item, checked: checked.get(item) ?? null })),
    needsSecond: secondPairOfEyes,
    approvals: approvals.map(({ revision, by }) => ({ revision, by })),
    schedule: schedule && {
      revision: schedule.revision,
      at: schedule.localTime,
      words: scheduleWords(schedule),
      stopped: schedule.state === 'stopped' ? stoppedWords(schedule) : null,
    },
    zone: timeZone,
    comments: viewComments(comments, timeZone),
    mayApprove: mayIn(staff, 'approve', slug),
    mayPublish: mayIn(staff, 'publish', slug),
  };
}

/** Another text whenever anything that `readWork` reads of a piece changes. */
export async function findStamp(db: Reader, piece: Pick<Piece, 'id' | 'state' | 'liveRevision'>): Promise<string> {
  return stampOf(await findAll(db, piece.id), piece);
}

function stampOf(
  { work, checked, approvals, schedule, comments }: Said,
  { state, liveRevision }: Pick<Piece, 'state' | 'liveRevision'>,
): string {
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const due = schedule ? `${schedule.dueAt} ${schedule.revision} ${schedule.state}` : '';
  const counts = [work.changes, comments.length, resolved, checked.length, approvals.length];
  return [...counts, due, state, liveRevision].join(' ');
}

/** "Goes out Fri 20 November, 08:00" */
export function scheduleWords({ dueAt, timeZone }: Pick<Schedule, 'dueAt' | 'timeZone'>): string {
  return `Goes out ${dayAndTime(dueAt, 'en', timeZone)}`;
}

const whyStopped: Record<string, string> = {
  refused: 'a mark of the gate stood against it',
  'needs-second': 'nobody else had approved it',
  conflict: 'somebody had published it meanwhile',
  empty: 'it said nothing',
  'needs-note': 'readers had it before, and a change needs a public note',
};

/** Why a piece did not go out when its time came. */
export function stoppedWords({ dueAt, timeZone, stoppedBy }: Schedule): string {
  const why = whyStopped[stoppedBy ?? ''] ?? 'it could not be published';
  return `It did not go out ${dayAndTime(dueAt, 'en', timeZone)}: ${why}.`;
}

/** What still stands, each with its answers; what was dealt with is left out. */
function viewComments(comments: Comment[], timeZone: string): CommentView[] {
  const said = ({ words, by, at }: Comment) => ({ words, by, when: dayAndTime(at, 'en', timeZone) });
  return comments
    .filter(({ replyTo, resolvedAt }) => replyTo === null && resolvedAt === null)
    .map((comment) => ({
      ...said(comment),
      id: comment.id,
      at: comment.place,
      quote: comment.quote,
      replies: comments.filter(({ replyTo }) => replyTo === comment.id).map(said),
    }));
}
