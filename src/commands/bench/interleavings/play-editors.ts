import { type FixedClock, instantText } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import {
  cancelSchedule,
  createPiece,
  findPiece,
  findPublishings,
  findRevision,
  findSchedule,
  type PieceContent,
  publishDue,
  publishPiece,
  savePiece,
  schedulePiece,
  sentencesOf,
} from '#pieces/pieces.ts';

/** What an editor does; `type` is done in their browser alone, `wait` lets ten minutes go by and two workers look. */
export const deeds = ['open', 'type', 'save', 'publish', 'schedule', 'cancel', 'wait'] as const;
export interface Step {
  editor: number;
  deed: (typeof deeds)[number];
}

interface Editor {
  name: string;
  /** The revision that their page stands on, and its sentences. */
  base: number;
  seen: string[];
  /** Sentences typed and not acknowledged yet. */
  own: string[];
}

/** What is done to the newsroom; another one can be given, to see that a fault in it shows. */
export interface Hands {
  save: typeof savePiece;
}

/**
 * Editors open, write, save, publish and schedule one piece, the steps of each round at the same time. Their pages do as the
 * composer does: a save that somebody else forestalled takes theirs, and keeps what was typed. Answers what went wrong: an
 * acknowledged sentence that is lost, a revision that says other than what was acknowledged, a publishing too many or too few.
 */
export async function playEditors(
  deps: { database: Database; clock: FixedClock; publication: string },
  play: { editors: number; rounds: Step[][] },
  hands: Hands = { save: savePiece },
): Promise<string[]> {
  const { database, clock, publication } = deps;
  const { read } = database;
  const wrong: string[] = [];
  const acknowledged = new Map<number, string[]>();
  let published = 0;
  let typed = 0;
  const place = { publication, path: `articles/${newId('play')}`, dated: null, translationOf: null };
  const id = await createPiece(deps, place, contentOf(['first']), 'First', 'st_first');
  acknowledged.set(1, ['first']);
  const editors: Editor[] = Array.from({ length: play.editors }, (_, index) => ({
    name: `Editor ${index}`,
    base: 1,
    seen: ['first'],
    own: [],
  }));

  const takeHead = async (editor: Editor) => {
    const piece = await findPiece(read, id);
    const head = piece && (await findRevision(read, id, piece.headRevision));
    if (!head) return void wrong.push('the head has no revision');
    editor.base = head.number;
    editor.seen = wordsOf(head.content);
  };
  const save = async (editor: Editor): Promise<boolean> => {
    const words = [...editor.seen, ...editor.own];
    const saved = await hands.save(deps, id, editor.base, contentOf(words), editor.name, `st_${editor.name}`);
    if (saved.kind === 'conflict') {
      await takeHead(editor);
      return false;
    }
    if (acknowledged.has(saved.revision)) wrong.push(`revision ${saved.revision} was acknowledged twice`);
    acknowledged.set(saved.revision, words);
    Object.assign(editor, { base: saved.revision, seen: words, own: [] });
    return true;
  };
  const localTime = () => clock.now().add({ minutes: 15 }).toString().slice(0, 16);
  const act = async (editor: Editor, deed: Step['deed']): Promise<void> => {
    switch (deed) {
      case 'open':
        return takeHead(editor);
      case 'type':
        typed += 1;
        editor.own.push(`s${typed}`);
        return;
      case 'save':
        await save(editor);
        return;
      case 'publish': {
        if (!(await save(editor))) return;
        const correction = { sentenceId: null, note: 'More is known now.', kind: 'update' as const };
        const outcome = await publishPiece(deps, id, { revision: editor.base, by: editor.name, correction });
        if (outcome.kind === 'published') published += 1;
        if (['refused', 'empty', 'needs-note', 'needs-second'].includes(outcome.kind)) wrong.push(outcome.kind);
        return;
      }
      case 'schedule':
        await schedulePiece(deps, id, { revision: editor.base, localTime: localTime(), by: editor.name });
        return;
      case 'cancel':
        await cancelSchedule(deps, id, editor.name);
        return;
      case 'wait': {
        clock.advance({ minutes: 10 });
        const done = (await Promise.all([publishDue(deps), publishDue(deps)])).flat();
        // What an earlier play left to wait goes out as well.
        const own = done.filter(({ schedule }) => schedule.pieceId === id);
        published += own.filter(({ outcome }) => outcome === 'published').length;
        return;
      }
    }
  };
  for (const round of play.rounds) {
    const once = new Map(round.map((step) => [step.editor % play.editors, step.deed]));
    await Promise.all([...once].map(([index, deed]) => act(editors[index] as Editor, deed)));
  }
  await act(editors[0] as Editor, 'wait');
  return [...wrong, ...(await findFaults({ database, clock }, id, acknowledged, published))];
}

async function findFaults(
  { database: { read }, clock }: { database: Database; clock: FixedClock },
  id: string,
  acknowledged: Map<number, string[]>,
  published: number,
): Promise<string[]> {
  const wrong: string[] = [];
  const piece = await findPiece(read, id);
  if (!piece) return ['the piece is gone'];
  if (piece.headRevision !== acknowledged.size)
    wrong.push(`${acknowledged.size} saves, but head ${piece.headRevision}`);
  const head = await findRevision(read, id, piece.headRevision);
  const last = new Set(head ? wordsOf(head.content) : []);
  for (const [number, words] of acknowledged) {
    const revision = await findRevision(read, id, number);
    if (!revision || wordsOf(revision.content).join() !== words.join()) wrong.push(`revision ${number} says otherwise`);
    for (const word of words) if (!last.has(word)) wrong.push(`${word} of revision ${number} is lost`);
  }
  const publishings = await findPublishings(read, id);
  if (publishings.length !== published) wrong.push(`${published} publishings answered, ${publishings.length} recorded`);
  const revisions = new Set(publishings.map(({ revision }) => revision));
  if (revisions.size !== publishings.length) wrong.push('a revision went out twice');
  if (piece.liveRevision !== (publishings.at(-1)?.revision ?? null))
    wrong.push('what is live is not what went out last');
  const schedule = await findSchedule(read, id);
  if (schedule?.state === 'waiting' && schedule.dueAt <= instantText(clock.now()))
    wrong.push('what was due still waits');
  return wrong;
}

function contentOf(words: string[]): PieceContent {
  return {
    version: 1,
    kind: 'article',
    lang: 'en',
    title: 'The long night',
    lede: '',
    blocks: [
      {
        type: 'paragraph',
        id: 'p1',
        sentences: words.map((word) => ({ id: word, text: 'So it was said.', basis: { kind: 'own' } })),
      },
    ],
    recommendedReads: [],
    topImage: null,
    topics: [],
  };
}

const wordsOf = (content: PieceContent): string[] => sentencesOf(content.blocks).map(({ id }) => id);
