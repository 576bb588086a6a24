import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { captureEvidence, citeSpan, findEvidence } from '#evidence/evidence.ts';
import { addPicture, addToLibrary } from '#media/media.ts';
import {
  createPiece,
  findPiece,
  findPieceByPath,
  findRevision,
  insertCorrection,
  insertRedirects,
  overrideMark,
  type PieceContent,
  publishPiece,
  savePiece,
  sentencesOf,
  insertComment,
  setChecked,
  setResolved,
} from '#pieces/pieces.ts';
import type { Database, Writer } from '#platform/database/database.ts';
import { recordEvent } from '#platform/events/event-store.ts';
import { sha256 } from '#platform/hash.ts';
import { enqueueJob } from '#platform/queue/job-store.ts';
import {
  findContributorEmail,
  findPublication,
  plainNetwork,
  saveNetwork,
  setContributorEmail,
} from '#publications/publications.ts';
import { renderPath } from '#pages/pages.ts';
import { indexPending, searchPieces } from '#search/search.ts';
import { acceptReports, findReport } from '#wires/wires.ts';
import { findRedactor, findWithdrawals } from '#withdrawals/withdrawals.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import {
  addPublication,
  addReport,
  arrivingReport,
  citedSentence,
  memoryBlobs,
  summaryOf,
  testClock,
  testMoment,
} from '../../tests/support/fixtures.ts';
import { keepItems } from './import/keep-items.ts';
import type { ParsedItem } from './import/importer.ts';
import { dumpLines } from './dump-lines.ts';
import { redactParsedItem } from './redact-parsed-item.ts';
import { continueWithdrawals, findWithdrawnPlaces, withdrawNames } from './withdraw-name.ts';

const who = { names: ['Oona Firth', 'عونة فيرث'], by: 'Editor' };
const byOona: Pick<PieceContent, 'authors' | 'tags'> = {
  authors: [{ name: 'Oona Firth', role: 'author', bio: 'Oona Firth is a mate.' }],
  tags: [{ slug: 'oona-firth', title: 'Oona Firth' }],
};
const gone = '[name withdrawn]';
const body =
  'OONA FIRTH, the mate of the Heron, said nine were saved. “All nine walked ashore,” Oona Firth said on Friday. The port is open.';
const raw = () => gzipSync(JSON.stringify({ body, by: 'O\u006fna Firth' }));

/** A newsroom with the name in every place where one can stand. */
async function begin(database: Database) {
  const clock = testClock();
  const blobs = memoryBlobs();
  const deps = {
    database,
    clock,
    blobs,
    listBlobs: async function* () {
      yield* [...blobs.held.keys()];
    },
  };
  const publication = await addPublication(database, {
    about: { en: ['Founded by Oona Firth.'], ar: ['أسستها عونة فيرث.'] },
    nameIn: { ar: 'بريد عونة فيرث' },
    contact: 'oona.firth@gorvan.example',
    topics: [{ slug: 'oona-firth', name: { en: 'Oona Firth' } }],
    merged: [
      { kind: 'topic', from: 'the-trial-of-oona-firth', into: 'oona-firth' },
      { kind: 'topic', from: 'the-mate', into: 'oona-firth' },
      { kind: 'contributor', from: 'of', into: 'oona-firth' },
      { kind: 'contributor', from: 'oona-firth-2', into: 'bela-tarn' },
    ],
    contributors: [
      {
        slug: 'oona-firth',
        name: { en: 'Oona Firth' },
        bio: { en: 'She is a mate.' },
        portrait: { media: 'a'.repeat(64), alt: { en: 'At the wheel' } },
      },
      {
        slug: 'bela-tarn',
        name: { en: 'Bela Tarn' },
        title: { en: 'editor of Oona Firth' },
        affiliation: { ar: 'مكتب عونة فيرث' },
        bio: { en: 'Sailed with Oona Firth.', ar: 'أبحر مع عونة فيرث.' },
        portrait: { media: 'b'.repeat(64), alt: { en: 'Bela and Oona Firth' } },
        links: [
          { label: 'With Oona Firth', url: 'https://bela.example/' },
          { label: 'Letters', url: 'https://bela.example/oona-firth' },
        ],
      },
    ],
    labels: [{ kind: 'tag', slug: 'oona-firth', name: { en: 'Oona Firth', ar: 'عونة فيرث' } }],
  });
  const rawSha256 = await blobs.put(raw());
  const report = await addReport(database, publication, {
    externalId: 'oona-firth-speaks',
    url: 'https://courier.example/oona-firth-speaks',
    title: 'Nine saved, says Oona Firth',
    body,
    authors: ['Oona Firth'],
    rawSha256,
  });
  const { evidenceId, captureSha256 } = await captureEvidence(deps, report);
  const cite = (quote: string) => ({ evidence: evidenceId, ...citeSpan(body, quote) });
  const content: PieceContent = summaryOf(
    [
      citedSentence('s1', 'Nine were saved, Oona Firth’s crew said.', [
        cite('nine were saved'),
        cite('OONA FIRTH, the mate'),
      ]),
      citedSentence('s2', 'The port is open.', [cite('The port is open.')]),
    ],
    {
      kind: 'article',
      title: 'A talk with Oona Firth',
      lede: 'Oona Firth on the ferry.',
      topics: ['oona-firth'],
      ...byOona,
    },
  );
  const first = sentencesOf(content.blocks)[0];
  if (first)
    first.marks = [
      { type: 'em', start: 35, end: 39 },
      { type: 'strong', start: 17, end: 27 },
    ];
  const at = { publication: publication.slug, dated: null, translationOf: null };
  const pieceId = await createPiece(
    deps,
    { ...at, path: 'articles/2026/11/20/a-talk-with-oona-firth' },
    content,
    'Oona Firth',
  );
  await savePiece(deps, pieceId, 1, { ...content, lede: 'With Oona Firth.' }, 'Editor');
  const words = sentencesOf(content.blocks)[0]?.text ?? '';
  const override = {
    sentenceId: 's1',
    sentenceText: words,
    mark: 'name:Oona Firth',
    reason: 'Oona Firth is the mate',
    by: 'Editor',
  };
  for (const mark of ['name:Oona Firth', 'name:Nine']) await overrideMark(deps, pieceId, { ...override, mark });
  const published = await publishPiece(deps, pieceId, { revision: 2, by: 'Oona Firth' });
  expect(published).toMatchObject({ kind: 'published' });
  await database.write(async (tx) => {
    const correction = {
      revision: 2,
      sentenceId: 's1',
      note: 'Oona Firth is the mate, not the captain.',
      lang: 'en',
      at: testMoment,
      by: 'Editor',
    };
    await insertCorrection(tx, pieceId, correction);
    const redirects = [
      { source: 'articles/2026/11/oona-firth.html', target: { pieceId } },
      { source: '?p=12', target: { pieceId } },
      { source: 'people', target: { path: 'oona-firth' } },
    ];
    await insertRedirects(tx, publication.slug, redirects, testMoment);
    await recordEvent(tx, testMoment, {
      kind: 'noted',
      data: { path: 'articles/a-talk-with-oona-firth', words: 'Oona Firth' },
    });
    await enqueueJob(tx, { kind: 'noted', key: 'one', payload: { who: 'عونة فيرث' }, runAt: testMoment });
    await tx
      .withTables<{ staff: object }>()
      .insertInto('staff')
      .values({
        id: 'st_1',
        name: 'Oona Firth',
        email: 'oona.firth@gorvan.example',
        runs_newsroom: 0,
        created_at: testMoment,
      })
      .execute();
  });
  const aside = {
    publication: 'gorvan',
    wireId: null,
    source: '/tmp/oona-firth.jsonl',
    item: 'Oona Firth',
    reason: 'no body',
    rawSha256,
  };
  await acceptReports(
    { database, clock },
    { reports: [], setAside: [aside], publications: [publication], followUp: 'by-caller' },
  );
  const square = sharp({ create: { width: 30, height: 20, channels: 3, background: '#357' } });
  const { sha256: media } = await addPicture(deps, await square.png().toBuffer());
  const told = { caption: 'Oona Firth aboard', credit: 'Oona Firth', alt: 'عونة فيرث', owner: 'Oona Firth' };
  const picture = {
    ...{ media, publication: publication.slug, words: { ...told, terms: 'Ask Oona Firth.' } },
    endsOn: null,
  };
  await database.write((tx) => addToLibrary(tx, picture, { at: testMoment, by: 'Oona Firth' }));
  await database.write(async (tx) => {
    const network = { ...plainNetwork, about: ['Founded by Oona Firth.'], contact: 'oona.firth@gorvan.example' };
    await saveNetwork(tx, network, testMoment);
    await setContributorEmail(tx, publication.slug, 'oona-firth', 'mate@gorvan.example');
    await setContributorEmail(tx, publication.slug, 'bela-tarn', 'bela@gorvan.example');
  });
  await blobs.put(Buffer.from('an orphan of a killed fetch: <b>Oona</b>&nbsp;Firth'));
  await blobs.put(Buffer.from('an orphan that names nobody'));
  await database.write(async (tx) => {
    const said = { place: 's1', quote: words, words: 'Did Oona Firth say so?', revision: 2, by: 'Oona Firth' };
    const comment = { ...said, replyTo: null, byId: 'st_1', at: testMoment };
    const { id } = await insertComment(tx, pieceId, comment);
    await setResolved(tx, pieceId, id, { at: testMoment, by: 'Oona Firth' });
    await tx
      .withTables<{ storylines: object }>()
      .insertInto('storylines')
      .values({ id: 'sl_1', publication: publication.slug, name: 'What Oona Firth left behind', followed: 1 })
      .execute();
    await setChecked(tx, pieceId, { item: 'Names', checked: true, by: 'Oona Firth', at: testMoment });
    await tx
      .withTables<{ approvals: object; schedules: object }>()
      .insertInto('approvals')
      .values({ piece_id: pieceId, revision: 2, by_id: 'st_1', by_whom: 'Oona Firth', at: testMoment })
      .execute();
    const schedule = { piece_id: pieceId, revision: 2, local_time: '2026-11-21T08:00', time_zone: 'UTC' };
    await tx
      .withTables<{ schedules: object }>()
      .insertInto('schedules')
      .values({
        ...{ ...schedule, due_at: '2026-11-21T08:00:00.000Z', set_by_id: 'st_1', set_by: 'Oona Firth' },
        ...{ set_at: testMoment, state: 'stopped', stopped_by: 'refused' },
      })
      .execute();
  });
  await indexPending(database);
  return { deps, publication, report, pieceId, evidenceId, captureSha256, rawSha256 };
}

/** Every row of every table but the one that must hold the name. */
async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const tables = (await database.read.introspection.getTables())
    .map(({ name }) => name)
    .filter((name) => !/^withdrawals$|^sqlite_|^schema_/u.test(name));
  const all: Record<string, unknown[]> = {};
  for (const table of tables.sort())
    all[table] = (
      await database.read.withTables<Record<string, Record<string, unknown>>>().selectFrom(table).selectAll().execute()
    ).map((row) =>
      // The pages of the search index are bytes.
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        ]),
      ),
    );
  return all;
}

const anyTrace = /oona|firth|عونة|فيرث/iu;

describeOnBothEngines('withdrawing a name', (open) => {
  test('takes it out of every table and every stored byte but the list of withdrawals', async () => {
    const database = await open();
    const { deps, captureSha256, rawSha256 } = await begin(database);
    expect(JSON.stringify(await everything(database))).toMatch(anyTrace);
    const report = await withdrawNames(deps, [who]);
    expect(JSON.stringify(await everything(database))).not.toMatch(anyTrace);
    for (const bytes of deps.blobs.held.values()) expect(Buffer.from(bytes).toString()).not.toMatch(anyTrace);
    expect([...deps.blobs.held.keys()]).not.toContain(captureSha256);
    expect([...deps.blobs.held.keys()]).not.toContain(rawSha256);
    // The capture that was made anew, the picture, what names nobody.
    expect(deps.blobs.held.size).toBe(3);
    expect(report.places).toMatchObject({
      pictures: 1,
      revisions: 2,
      captures: 1,
      'raw payloads': 1,
      blobs: 1,
      staff: 1,
      comments: 1,
      approvals: 1,
      schedules: 1,
      'ticked lines': 1,
      'old addresses': 2,
    });
    expect(report.erased).toBe(true);
    expect(await findWithdrawals(database.read)).toMatchObject([{ names: who.names, state: 'done' }]);
  });

  test('leaves nothing of whoever it was among the contributors, and of the others all but the name', async () => {
    const database = await open();
    const { deps } = await begin(database);
    await withdrawNames(deps, [who]);
    const publication = await findPublication(database.read, 'gorvan');
    expect(publication?.contributors).toEqual([
      {
        slug: 'bela-tarn',
        name: { en: 'Bela Tarn' },
        title: { en: `editor of ${gone}` },
        affiliation: { ar: 'مكتب [حُجب الاسم]' },
        bio: { en: `Sailed with ${gone}.`, ar: 'أبحر مع [حُجب الاسم].' },
        portrait: { media: 'b'.repeat(64), alt: { en: `Bela and ${gone}` } },
        links: [{ label: `With ${gone}`, url: 'https://bela.example/' }],
      },
    ]);
    expect(publication?.merged.filter(({ kind }) => kind === 'contributor')).toEqual([]);
    const emails = ['oona-firth', 'bela-tarn'].map((slug) => findContributorEmail(database.read, 'gorvan', slug));
    expect(await Promise.all(emails)).toEqual([null, 'bela@gorvan.example']);
    const again = await deps.database.write((tx) =>
      setContributorEmail(tx, 'gorvan', 'bela-tarn', 'oona.firth@gorvan.example'),
    );
    expect([again, await findContributorEmail(database.read, 'gorvan', 'bela-tarn')]).toEqual([undefined, null]);
  });

  test('takes it out of the search index: neither found, nor offered to who mistypes it, nor in its bytes', async () => {
    const database = await open();
    const { deps, pieceId } = await begin(database);
    const find = (text: string) =>
      searchPieces(database.read, {
        publication: 'gorvan',
        lang: 'en',
        inLanguage: () => true,
        synonyms: [],
        text,
        filters: {},
        page: 1,
        perPage: 20,
      });
    expect(await find('oona firth')).toMatchObject({ matched: 'all', pieceIds: [pieceId] });
    expect((await find('oona frith')).suggestion).toBe('oona firth');
    await withdrawNames(deps, [who]);
    for (const text of ['oona firth', 'Oona', 'firth', 'oona frith', 'oonna', 'عونة'])
      expect([text, await find(text)]).toMatchObject([text, { total: 0, suggestion: null }]);
    expect(await find('port is open')).toMatchObject({ matched: 'all', pieceIds: [pieceId] });
  });

  test('leaves a piece that says so, its citations at their places, and its marks on their words', async () => {
    const database = await open();
    const { deps, pieceId, report, evidenceId } = await begin(database);
    await withdrawNames(deps, [who]);
    const piece = await findPiece(database.read, pieceId);
    expect(piece).toMatchObject({ state: 'live', headRevision: 2, liveRevision: 2 });
    expect(piece?.path).toMatch(/^articles\/2026\/11\/20\/a-talk-with-name-withdrawn-1$/u);
    const kept = await findReport(database.read, report.id);
    expect(kept?.body).toBe(body.replace('OONA FIRTH', gone).replace('Oona Firth', gone));
    const evidence = (await findEvidence(database.read, [evidenceId])).get(evidenceId);
    expect(evidence).toMatchObject({
      captureSha256: sha256(kept?.body ?? ''),
      url: null,
      title: `Nine saved, says ${gone}`,
    });
    const capture = await deps.blobs.get(evidence?.captureSha256 ?? '');
    expect(Buffer.from(capture ?? []).toString()).toBe(kept?.body);
    for (const number of [1, 2]) {
      const revision = await findRevision(database.read, pieceId, number);
      expect(revision?.content).toMatchObject({ nameWithdrawn: true, title: `A talk with ${gone}` });
      const [first, second] = sentencesOf(revision?.content.blocks ?? []);
      expect(first?.text).toBe(`Nine were saved, ${gone}’s crew said.`);
      expect(first?.marks?.map(({ start, end }) => first.text.slice(start, end))).toEqual(['said', gone]);
      for (const sentence of [first, second]) {
        if (sentence?.basis.kind !== 'cited') throw new Error('the sentence lost its citations');
        for (const { quote, start, end, madeFor } of sentence.basis.citations) {
          expect(quote).toBe(kept?.body.slice(start, end));
          expect(madeFor).toBe(sentence.text);
        }
      }
      if (first?.basis.kind === 'cited')
        expect(first.basis.citations.map(({ quote }) => quote)).toEqual(['nine were saved', `${gone}, the mate`]);
    }
  });

  test('comes to the same when it is killed after any write and begun again', async () => {
    const whole = await open();
    const { deps } = await begin(whole);
    await withdrawNames(deps, [who]);
    const stand = shapeOf(await everything(whole));
    let end = 'killed';
    // Each takes a database of its own, which PostgreSQL is slow to make.
    for (let steps = 1; end === 'killed'; steps += open.engine === 'sqlite' ? 1 : 6) {
      const database = await open({ ownSchema: true });
      const { deps: killed } = await begin(database);
      let left = steps;
      const die = () => {
        left -= 1;
        if (left < 0) throw new Error('killed');
      };
      const { blobs } = killed;
      const dying = {
        ...killed,
        database: {
          ...database,
          write: async <T>(work: (tx: Writer) => Promise<T>) => (die(), database.write(work)),
        } as Database,
        blobs: {
          ...blobs,
          put: async (bytes: Uint8Array) => (die(), blobs.put(bytes)),
          remove: async (name: string) => (die(), blobs.remove(name)),
        },
      };
      end = await withdrawNames(dying, [who]).then(
        () => 'done',
        (error: Error) => error.message,
      );
      if (end === 'killed') expect(await continueWithdrawals(killed)).not.toBeNull();
      const after = await everything(database);
      expect(JSON.stringify(after)).not.toMatch(anyTrace);
      expect(shapeOf(after)).toEqual(stand);
      for (const bytes of blobs.held.values()) expect(Buffer.from(bytes).toString()).not.toMatch(anyTrace);
      expect(await continueWithdrawals(killed)).toBeNull();
    }
  }, 120_000);

  test('keeps it out of what comes in afterwards: the same report is known again, a new one is free of it', async () => {
    const database = await open();
    const { deps, publication, report } = await begin(database);
    await withdrawNames(deps, [who]);
    const again = arrivingReport({
      externalId: 'oona-firth-speaks',
      url: 'https://courier.example/oona-firth-speaks',
      title: 'Nine saved, says Oona Firth',
      body,
      authors: ['Oona Firth'],
      rawSha256: await deps.blobs.put(raw()),
    });
    const fresh = arrivingReport({
      externalId: 'r2',
      body: 'Later عونة فيرث spoke again.',
      rawSha256: again.rawSha256,
    });
    const batch = {
      reports: [again, fresh],
      setAside: [],
      publications: [publication],
      followUp: 'by-caller' as const,
    };
    expect(await acceptReports(deps, batch)).toMatchObject({
      added: 1,
      changed: 0,
      unchanged: 1,
      reportIds: [report.id, expect.any(String)],
    });
    expect(JSON.stringify(await everything(database))).not.toMatch(anyTrace);
    expect(deps.blobs.held.size).toBe(3);
    expect(await continueWithdrawals(deps)).toBeNull();
  });

  test('leaves a second import of the same archive with nothing to change and nothing to say', async () => {
    const database = await open();
    const { deps, publication } = await begin(database);
    const parsed = (): ParsedItem => ({
      kind: 'piece',
      facts: { redirects: [{ from: 'who/oona-firth', to: 'about' }], about: { en: ['By Oona Firth'] } },
      piece: {
        path: 'community/2016/04/11/oona-firth-on-the-ferry',
        content: {
          ...summaryOf([
            {
              id: 's9',
              text: 'By Oona Firth.',
              basis: { kind: 'linked', links: [{ href: 'https://courier.example/oona-firth', text: 'Oona Firth' }] },
            },
          ]),
          kind: 'community',
          authors: [{ name: 'Dr Oona Firth', slug: 'oona-firth', role: 'author', bio: 'The mate of the Heron.' }],
          imported: { format: 'wxr', url: 'https://courier.example/oona-firth', published: 'day', modified: null },
        },
        dated: '2016-04-11',
        publishedAt: '2016-04-11T00:00:00.000Z',
        modifiedAt: null,
        state: 'live',
        aliases: ['https://courier.example/community/2016/4/oona-firth.html', 'community/2016/4/ferry.html'],
      },
    });
    const bring = async () => {
      const redactor = await findRedactor(database.read);
      const standing = (await findPublication(database.read, 'gorvan')) ?? publication;
      const pictures = { held: 0, missing: [] };
      const entries = [
        {
          name: redactor.slug('community/oona-firth.html'),
          sha256: 'a',
          parsed: redactParsedItem(parsed(), redactor),
          pictures,
        },
      ];
      return database.write((tx) =>
        keepItems(tx, {
          publication: standing,
          formerAddresses: [],
          format: 'wxr',
          entries,
          before: new Map(),
          at: testMoment,
        }),
      );
    };
    expect(await bring()).toMatchObject({ made: 1 });
    await withdrawNames(deps, [who]);
    const redactor = await findRedactor(database.read);
    const path = redactor.slug('community/2016/04/11/oona-firth-on-the-ferry');
    const piece = await findPieceByPath(database.read, 'gorvan', path);
    const before = await findRevision(database.read, piece?.id ?? '', 1);
    expect(before?.content.authors).toEqual([{ name: gone, role: 'author' }]);
    expect(before?.content).toMatchObject({ nameWithdrawn: true, imported: { url: null } });
    expect(sentencesOf(before?.content.blocks ?? [])[0]?.basis).toEqual({ kind: 'uncited' });
    expect(await bring()).toMatchObject({ made: 0, updated: 0 });
    expect(await findPiece(database.read, piece?.id ?? '')).toMatchObject({ path, headRevision: 1, state: 'live' });
    expect(JSON.stringify(await everything(database))).not.toMatch(anyTrace);
  });

  test('leaves no page, address, feed or dump that says it, and no way from the old address', async () => {
    const database = await open();
    const { deps, pieceId } = await begin(database);
    const site = { origin: 'https://daybook.example', networkName: 'Daybook', assets: { css: ['/a.css'] } };
    const named = await findPiece(database.read, pieceId);
    const cardBefore = await renderPath(database.read, site, `/gorvan/${named?.path}/card.png`);
    expect(cardBefore.status).toBe(200);
    await withdrawNames(deps, [who]);
    const publication = await findPublication(database.read, 'gorvan');
    const piece = await findPiece(database.read, pieceId);
    if (!publication || !piece) throw new Error('the piece is gone');
    const page = await renderPath(database.read, site, `/gorvan/${piece.path}`);
    expect(page).toMatchObject({ status: 200 });
    expect(page.body).toContain(gone);
    const card = await renderPath(database.read, site, `/gorvan/${piece.path}/card.png`);
    expect(card.bytes).not.toEqual(cardBefore.bytes);
    for (const path of [
      '',
      '/about',
      '/articles',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/sitemap.xml',
      '/sitemap-2026.xml',
    ])
      expect((await renderPath(database.read, site, `/gorvan${path}`)).body).not.toMatch(anyTrace);
    expect(page.body).not.toMatch(anyTrace);
    for (const old of ['articles/2026/11/20/a-talk-with-oona-firth', 'articles/2026/11/oona-firth.html'])
      expect((await renderPath(database.read, site, `/gorvan/${old}`)).status).toBe(404);
    for await (const line of dumpLines(database, publication, { drafts: true })) expect(line).not.toMatch(anyTrace);
  });

  test('keeps it out of what an editor saves from a page that was open before', async () => {
    const database = await open();
    const { deps, pieceId } = await begin(database);
    const stale = await findRevision(database.read, pieceId, 2);
    await withdrawNames(deps, [who]);
    if (stale) await savePiece(deps, pieceId, 2, stale.content, 'Oona Firth');
    await overrideMark(deps, pieceId, {
      sentenceId: 's1',
      sentenceText: 'Oona Firth',
      mark: 'name:Oona Firth',
      reason: 'OONA FIRTH',
      by: 'Editor',
    });
    expect(JSON.stringify(await everything(database))).not.toMatch(anyTrace);
  });

  test('shows first where it stands, and changes nothing by that', async () => {
    const database = await open();
    const { deps } = await begin(database);
    const before = await everything(database);
    const found = await findWithdrawnPlaces(deps, [who]);
    expect(found.places).toMatchObject({ revisions: 2, 'versions of reports': 1, evidence: 1, publications: 1 });
    expect(JSON.stringify(found)).not.toMatch(anyTrace);
    expect(found.examples.some(({ words }) => words.includes(gone))).toBe(true);
    expect(await everything(database)).toEqual(before);
    expect(await findWithdrawals(database.read)).toEqual([]);
  });

  test('does not touch what names somebody else', async () => {
    const database = await open();
    const { deps } = await begin(database);
    const before = await everything(database);
    await withdrawNames(deps, [{ names: ['Mira Holt'], by: 'Editor' }]);
    const { events, changes, audit, audit_head: head, ...rest } = await everything(database);
    const {
      events: eventsBefore,
      changes: changesBefore,
      audit: auditBefore,
      audit_head: headBefore,
      ...restBefore
    } = before;
    expect(rest).toEqual(restBefore);
    expect([events?.length, changes?.length, audit?.length, head?.length]).toEqual([
      (eventsBefore?.length ?? 0) + 1,
      (changesBefore?.length ?? 0) + 1,
      (auditBefore?.length ?? 0) + 1,
      headBefore?.length,
    ]);
    expect(deps.blobs.held.size).toBe(5);
  });

  test('records the same spellings once', async () => {
    const database = await open();
    const { deps } = await begin(database);
    await withdrawNames(deps, [who]);
    await withdrawNames(deps, [{ names: ['Oona  Firth'], by: 'Editor' }]);
    expect(await findWithdrawals(database.read)).toHaveLength(1);
  });

  if (open.engine === 'sqlite')
    test('leaves no trace in the free pages of the file or in its log', async () => {
      const database = await open();
      const { deps } = await begin(database);
      await withdrawNames(deps, [who]);
      const file = open.placeOf(database);
      // In capitals it stands in no list of withdrawals.
      for (const each of [file, `${file}-wal`]) expect(readFileSync(each).includes('OONA FIRTH')).toBe(false);
    });
});

/** What two runs of the same have in common: random ids and what hangs on them left out. */
function shapeOf(all: Record<string, unknown[]>): unknown {
  const shape = (row: unknown) =>
    JSON.stringify(row)
      .replace(/\b(?:pc|ev|rep|cor|ovr|cmt|wd)_[0-9a-z]{16}/gu, 'id')
      .replace(/[0-9a-f]{16,64}/gu, 'hash');
  return Object.entries({ ...all, changes: [], events: [] }).map(([table, rows]) => [table, rows.map(shape).sort()]);
}
