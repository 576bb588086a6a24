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

/** Who works on a piece, how far they are, what they say of it, and when it goes out. */
export async function readWork(
  db: Reader,
  publication: Publication,
  piece: Pick<Piece, 'id'>,
  staff: StaffMember,
): Promise<WorkView> {
  const { slug, timeZone, checklist, secondPairOfEyes } = publication;
  const work = await findWork(db, piece.id);
  const checked = new Map((await findCheckedItems(db, piece.id)).map(({ item, by }) => [item, by]));
  const schedule = await findSchedule(db, piece.id);
  const members = (await findStaff(db)).filter((member) => !member.suspended && mayIn(member, 'write', slug));
  return {
    said: await stampOfWork(db, piece),
    state: work.state,
    assignee: work.assigneeId,
    due: work.dueAt && localTimeOf(Temporal.Instant.from(work.dueAt), timeZone),
    changes: work.changes,
    staff: members.map(({ id, name }) => ({ id, name })),
    checklist: checklist.map((item) => ({ item, checked: checked.get(item) ?? null })),
    needsSecond: secondPairOfEyes,
    approvals: (await findApprovals(db, piece.id)).map(({ revision, by }) => ({ revision, by })),
    schedule: schedule && {
      revision: schedule.revision,
      at: schedule.localTime,
      words: scheduleWords(schedule),
      stopped: schedule.state === 'stopped' ? stoppedWords(schedule) : null,
    },
    zone: timeZone,
    comments: viewComments(await findComments(db, piece.id), timeZone),
    mayApprove: mayIn(staff, 'approve', slug),
    mayPublish: mayIn(staff, 'publish', slug),
  };
}

/** Another text whenever anything that `readWork` reads of a piece changes. */
export async function stampOfWork(db: Reader, piece: Pick<Piece, 'id'>): Promise<string> {
  const work = await findWork(db, piece.id);
  const comments = await findComments(db, piece.id);
  const schedule = await findSchedule(db, piece.id);
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const ticked = (await findCheckedItems(db, piece.id)).length;
  const approved = (await findApprovals(db, piece.id)).length;
  const due = schedule ? `${schedule.dueAt} ${schedule.revision} ${schedule.state}` : '';
  return [work.changes, comments.length, resolved, ticked, approved, due].join(' ');
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
