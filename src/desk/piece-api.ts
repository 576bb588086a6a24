import { Hono } from 'hono';
import { addPicture, mediaPath, PictureRefused } from '#media/media.ts';
import { instantText } from '#platform/clock.ts';
import { directionOf } from '#platform/language.ts';
import {
  markName,
  mayStand,
  most,
  gatePiece,
  overrideMark,
  picturesOf,
  type Piece,
  publishPiece,
  readContent,
  savePiece,
  sectionsOf,
  sentencesOf,
} from '#pieces/pieces.ts';
import { type Publication, textIn } from '#publications/publications.ts';
import { wordsOf } from '#locales/locales.ts';
import { mayIn } from '#staff/staff.ts';
import { findReport } from '#wires/wires.ts';
import { citeReport, makeSection, quoteReport } from './cite-report.ts';
import type { Conflict, PresenceAnswer, PublishAnswer } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { isDay } from './find-place.ts';
import { findMarks } from './missing.ts';
import { lookOver } from './look-over.ts';
import { Presence } from './presence.ts';
import { withPiece } from './piece-request.ts';
import { publishingWords, unsettledWords } from './publish-words.ts';
import { findHead, readComposer, readOverrides, readPanel } from './read-composer.ts';
import { BadShape, type ObjectReading, readArray, readId, readText, readWhole } from '#lib/json/read-json.ts';
import { changedBases, settleContent } from './settle-content.ts';
import { may } from './may.ts';
import { findStamp } from './read-work.ts';

/** What the composer asks of the server. Every input is read at this edge; a bad one is answered with the reason. */
export function pieceApi(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database } = newsroom;
  const app = new Hono<DeskEnv>();
  const { handle, conflict } = withPiece(desk);
  const presence = new Presence(newsroom.clock);

  app.get(
    '/desk/api/pieces/:id',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, piece, publication }) =>
      c.json(await readComposer(newsroom, publication, piece, await findHead(database.read, piece), c.get('staff'))),
    ),
  );

  app.put(
    '/desk/api/pieces/:id',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const base = readWhole(body.field('base'), 1_000_000_000);
      const sent = readContent(body.value.content);
      if (base !== piece.headRevision) return c.json(await conflict(piece, publication), 409);
      const staff = c.get('staff');
      const mayVouch = mayIn(staff, 'vouch', publication.slug);
      const editor = { name: staff.name, at: instantText(newsroom.clock.now()), mayVouch };
      const head = await findHead(database.read, piece);
      const settled = await settleContent(database.read, piece, head.content, structuredClone(sent), editor);
      const saved = await savePiece(newsroom, piece.id, base, settled, editor.name, staff.id);
      if (saved.kind === 'conflict') return c.json(await conflict(piece, publication), 409);
      const marks = await findMarks(database.read, piece.id, settled, newsroom.clock.now());
      return c.json({ kind: 'saved', revision: saved.revision, marks, bases: changedBases(sent, settled) });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/check',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const base = readWhole(body.field('base'), 1_000_000_000);
      const id = readId(body.field('sentence'));
      if (base !== piece.headRevision) return c.json(await conflict(piece, publication), 409);
      const { content } = await findHead(database.read, piece);
      const sentence = sentencesOf(content.blocks).find((each) => each.id === id);
      if (sentence?.basis.kind !== 'cited')
        throw new BadShape('that sentence cites nothing that it could be checked against');
      for (const citation of sentence.basis.citations) citation.madeFor = sentence.text;
      const marks = await findMarks(database.read, piece.id, content, newsroom.clock.now());
      const standing = marks.filter((mark) => mark.at === id);
      if (standing.length > 0) return c.json({ kind: 'unclean', marks: standing });
      const { name, id: staffId } = c.get('staff');
      const saved = await savePiece(newsroom, piece.id, base, content, name, staffId);
      if (saved.kind === 'conflict') return c.json(await conflict(piece, publication), 409);
      return c.json({ kind: 'checked', revision: saved.revision, marks, basis: sentence.basis });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/cite',
    may(desk, 'write', 'piece'),
    handle(async ({ c, publication, body }) => {
      const { citation, evidence } = await citeReport(newsroom, publication, readSpan(body));
      return c.json({ kind: 'cited', citation, evidence });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/sentence',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const { report, citation, evidence } = await citeReport(newsroom, publication, readSpan(body));
      return c.json({ kind: 'made', sentence: quoteReport(report, citation, piece.lang), evidence });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/section',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const development = readId(body.field('development'));
      const day = readText(body.field('day'), 10);
      const made = isDay(day) && (await makeSection(newsroom, publication, { day, development, lang: piece.lang }));
      if (!made) throw new BadShape('that development is not of this day any more; reload the page');
      return c.json({ kind: 'made', ...made });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/lede',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const headings = readArray(body.field('headings'), most.blocks).map((heading) =>
        readText(heading, most.heading).trim(),
      );
      const region = textIn(publication, publication.region, piece.lang) ?? publication.name;
      const { content } = await findHead(database.read, piece);
      const texts = sentencesOf(content.blocks).map(({ text }) => text);
      return c.json({ kind: 'made', lede: wordsOf(piece.lang).lede(region, headings.filter(Boolean), texts) });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/override',
    may(desk, 'override', 'piece'),
    handle(async ({ c, piece, body }) => {
      const at = readId(body.field('at'));
      const name = readText(body.field('mark'), 2000);
      const reason = readText(body.field('reason'), 1000).trim();
      if (reason === '') throw new BadShape('an override needs a reason; it is kept with your name');
      const { content } = await findHead(database.read, piece);
      const marks = await gatePiece(database.read, piece.id, content, newsroom.clock.now());
      const stands = marks.some((mark) => mark.at === at && markName(mark) === name && mayStand(mark));
      // Advice stands against nothing: to leave it as it is needs no proof that it is there still.
      if (!stands && !name.startsWith('advice:')) throw new BadShape('that mark does not stand any more');
      const headings = sectionsOf(content.blocks).sections.map(({ heading }) => heading);
      const named = [...sentencesOf(content.blocks), ...headings].find((each) => each.id === at);
      const picture = picturesOf(content).find((each) => each.at === at)?.image.caption;
      const ofTop: Record<string, string> = { title: content.title, lede: content.lede };
      const sentenceText = ofTop[at] ?? named?.text ?? picture ?? '';
      await overrideMark(
        newsroom,
        piece.id,
        {
          sentenceId: at,
          sentenceText,
          mark: name,
          reason,
          by: c.get('staff').name,
        },
        c.get('staff').id,
      );
      const standing = await findMarks(database.read, piece.id, content, newsroom.clock.now());
      return c.json({ kind: 'kept', marks: standing, overrides: await readOverrides(database.read, piece.id) });
    }),
  );

  app.post(
    '/desk/api/pieces/:id/publish',
    may(desk, 'publish', 'piece'),
    handle(async ({ c, piece, publication, body }) => {
      const revision = readWhole(body.field('revision'), 1_000_000_000);
      const note = body.value.note === undefined ? '' : readText(body.field('note'), 2000).trim();
      const noteKind = body.value.noteKind === 'update' ? 'update' : 'correction';
      const sentenceId = typeof body.value.sentence === 'string' ? readId(body.field('sentence')) : null;
      const answer = await publish(desk, publication, piece, {
        revision,
        note,
        noteKind,
        sentenceId,
        by: c.get('staff').name,
        staffId: c.get('staff').id,
      });
      return c.json(
        answer.kind === 'conflict' ? await conflict(piece, publication) : answer,
        answer.kind === 'conflict' ? 409 : 200,
      );
    }),
  );

  app.post(
    '/desk/api/pieces/:id/presence',
    may(desk, 'write', 'piece'),
    handle(async ({ c, piece, body }) => {
      const tab = readId(body.field('tab'));
      if (body.value.leaving === true) presence.leave(piece.id, tab);
      const others = body.value.leaving === true ? [] : presence.note(piece.id, tab, c.get('staff').name);
      const stamp = await findStamp(database.read, piece);
      return c.json({ kind: 'here', others, stamp } satisfies PresenceAnswer);
    }),
  );

  app.get(
    '/desk/api/pieces/:id/developments',
    may(desk, 'read the newsroom', 'piece'),
    handle(async ({ c, publication }) => {
      const { day = '' } = c.req.query();
      return c.json(isDay(day) ? await readPanel(newsroom, publication, day) : []);
    }),
  );

  app.get('/desk/api/reports/:id/:version', may(desk, 'read the newsroom', 'report'), async (c) => {
    const version = Number(c.req.param('version'));
    const report = Number.isInteger(version) ? await findReport(database.read, c.req.param('id'), version) : null;
    if (!report) return c.notFound();
    return c.json({
      id: report.id,
      version: report.version,
      body: report.body,
      lang: report.lang,
      dir: directionOf(report.lang),
    });
  });

  app.post('/desk/pictures', may(desk, 'add pictures'), async (c) => {
    try {
      const picture = await addPicture(newsroom, new Uint8Array(await c.req.arrayBuffer()));
      const { sha256, width, height } = picture;
      return c.json({ kind: 'added', media: sha256, width, height, src: mediaPath(sha256) });
    } catch (error) {
      if (error instanceof PictureRefused) return c.json({ kind: 'refused', reason: error.message }, 400);
      throw error;
    }
  });
  return app;
}

function readSpan(body: ObjectReading) {
  const { quote } = body.value;
  if (typeof quote !== 'string' || quote.length > most.quote)
    throw new BadShape(`at most ${most.quote} characters can be cited at once`);
  return {
    report: readId(body.field('report')),
    version: readWhole(body.field('version'), 1_000_000),
    start: readWhole(body.field('start'), 10_000_000),
    end: readWhole(body.field('end'), 10_000_000),
    quote,
  };
}

async function publish(
  desk: Desk,
  publication: Publication,
  piece: Piece,
  request: {
    revision: number;
    note: string;
    noteKind: 'correction' | 'update';
    sentenceId: string | null;
    by: string;
    staffId: string;
  },
): Promise<Exclude<PublishAnswer, Conflict> | { kind: 'conflict' }> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  if (piece.headRevision !== request.revision) return { kind: 'conflict' };
  const { content } = await findHead(read, piece);
  const marks = await findMarks(read, piece.id, content, newsroom.clock.now());
  const empty = sentencesOf(content.blocks).every((sentence) => sentence.text.trim() === '');
  // The desk asks for more than the gate does: a picture's words, a title.
  if (marks.length > 0 && !empty)
    return {
      kind: 'not-published',
      why: 'refused',
      marks,
      words: publishingWords({ kind: 'refused', marks: [] }, marks.length),
    };
  const { advice } = await lookOver(desk, publication, piece, content);
  const waiting = advice.filter(({ waits }) => waits);
  if (waiting.length > 0 && !empty)
    return { kind: 'unsettled', advice, words: `Not published. ${unsettledWords(waiting.length)}` };
  const { note, noteKind, sentenceId, revision, by, staffId } = request;
  const outcome = await publishPiece(newsroom, piece.id, {
    revision,
    by,
    staffId,
    ...(note ? { correction: { sentenceId, note, kind: noteKind } } : {}),
  });
  if (outcome.kind === 'conflict') return outcome;
  const words = publishingWords(outcome, marks.length);
  if (outcome.kind === 'published')
    return {
      kind: 'published',
      revision: outcome.revision,
      path: `/${outcome.piece.publication}/${outcome.piece.path}`,
      words,
    };
  return { kind: 'not-published', why: outcome.kind, words, marks };
}
