import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readdir } from 'node:fs/promises';
import { freezePublication, type ImportFormat, runImport } from '#archive/archive.ts';
import { instantText } from '#platform/clock.ts';
import { createIds } from '#platform/stable-ids.ts';
import { createSandbox } from '#platform/sandbox/sandbox.ts';
import { findPublication, plainPublication, savePublication } from '#publications/publications.ts';
import { fetchWire, saveWire } from '#wires/wires.ts';
import { importThreadUrl } from '../../../worker/import-thread-url.ts';
import { drainJobs } from '../../../worker/run-jobs.ts';
import { hostileContent, page, rss, rssItem } from './hostile-files.ts';
import type { HostileNewsroom } from './hostile-newsroom.ts';
import { chunks, escaped, hostileHtml } from './hostile-payloads.ts';
import { type Findings, nothingFound, type Visitor } from './hostile-visit.ts';

/** What a door let in, and what the pages behind it showed. */
export interface SinkResult extends Findings {
  sink: string;
  payloads: number;
}

export interface DoorDeps {
  at: HostileNewsroom;
  visitor: Visitor;
  payloads: string[];
  note(line: string): void;
}

const perFeed = 400;
const perDay = 60;
const perPage = 50;
/** Where the desk's publication stands. */
export const slug = 'papers';
const signal = new AbortController().signal;

/** A publication that is told of in its profile with the strings, and whose days hold what the wires brought. */
export async function openDeskPublication({ at: { newsroom }, payloads }: DoorDeps): Promise<void> {
  const said = (index: number) => (payloads[index % payloads.length] ?? '').slice(0, 300);
  const publication = {
    ...plainPublication(slug),
    name: said(0),
    tagline: { en: said(1) },
    region: { en: said(2) },
    topics: [{ slug: 'ferries', name: { en: said(3) }, intro: { en: said(4) } }],
    about: { en: payloads.slice(0, 2000) },
    contribute: { en: payloads.slice(0, 2000) },
    rights: { owner: said(5), allows: said(6) },
    letter: {
      en: {
        title: said(7),
        salutation: said(8),
        paragraphs: payloads.slice(0, 200),
        signed: said(9),
        date: '2026-11-20',
      },
    },
    synonyms: [[said(10), said(11)]],
  };
  await newsroom.database.write((tx) => savePublication(tx, publication, instantText(newsroom.clock.now())));
}

/** Items of feeds, one a string, and the pages behind teasers; then the desk's days and the composer with drafts of them. */
export async function throughFeeds(deps: DoorDeps): Promise<SinkResult> {
  const { at, visitor, payloads, note } = deps;
  const { newsroom, outside, outsideOrigin } = at;
  const found = nothingFound();
  const now = newsroom.clock.now().epochMilliseconds;
  const time = (index: number) => new Date(now - 86_400_000 * (1 + Math.floor(index / perDay)));
  const items = payloads.map((text, index) =>
    rssItem([text], {
      id: `i${index}`,
      link: index % 2 ? `https://far.example/${encodeURIComponent(text.toWellFormed())}` : text,
      at: time(index),
      html: `<p>${ownStory(index)}</p>${hostileHtml([text])}<p>${escaped(text)}</p>`,
    }),
  );
  const pages = chunks(payloads, perPage).map((part, index) => {
    outside.set(`/page-${index}`, { type: 'text/html; charset=utf-8', body: page(part, index) });
    const facts = { id: `p${index}`, link: `${outsideOrigin}/page-${index}`, at: time(index * perPage), html: '' };
    return rssItem(['A teaser'], facts);
  });
  for (const [index, part] of [...chunks(items, perFeed), ...chunks(pages, perFeed)].entries()) {
    const id = `wire-${index}`;
    outside.set(`/${id}`, { type: 'application/rss+xml; charset=utf-8', body: rss(payloads[index] ?? '', part) });
    await newsroom.database.write((tx) =>
      saveWire(
        tx,
        {
          id,
          outlet: (payloads[index] ?? '').slice(0, 100),
          url: `${outsideOrigin}/${id}`,
          lang: 'en',
          visibility: 'public',
          state: 'active',
          intervalMinutes: 30,
          idleAlarmHours: 48,
          publications: [slug],
        },
        instantText(newsroom.clock.now()),
      ),
    );
    const fetched = await fetchWire(newsroom, id);
    if (fetched.kind !== 'fetched') throw new Error(`feed ${index}: ${JSON.stringify(fetched)}`);
    if (fetched.setAside > 0) note(`feed ${index}: ${fetched.setAside} items set aside`);
  }
  await drainJobs(newsroom, signal, () => {});
  for (let index = 0; index < payloads.length; index += perDay) {
    const day = time(index).toISOString().slice(0, 10);
    await visitor.visit(found, `${at.origin}/desk/${slug}/${day}?all`);
    const drafted = await at.desk('POST', `/desk/${slug}/${day}/draft`, new URLSearchParams({ sections: '12' }));
    const piece = drafted.headers.get('location');
    if (!piece) throw new Error(`nothing was drafted for ${day}: ${drafted.status}`);
    await visitor.visit(found, at.origin + piece);
    await openEverything(visitor);
    await visitor.look(found);
  }
  await visitor.visit(found, `${at.origin}/desk/wires`);
  for (const settings of ['', '/topics', '/names', '/labels'])
    await visitor.visit(found, `${at.origin}/desk/${slug}/settings${settings}`);
  return { sink: 'feed item → desk’s days, drafts, evidence', payloads: payloads.length, ...found };
}

/** A text like no other's, so that each report is a development of its own and stands in the day's list and drafts. */
function ownStory(index: number): string {
  const ids = createIds(`story/${index}`);
  const word = () => ids('w').replace(/[^a-z]/gu, '');
  const sentence = () => `The ${word()} ${word()} left ${word()} with ${index + 40} ${word()} aboard, ${word()} said.`;
  return Array.from({ length: 12 }, sentence).join(' ');
}

/** Opens what the composer folds away, as an editor would. */
async function openEverything({ page }: Visitor): Promise<void> {
  await page.locator('[data-sentence]').first().waitFor({ timeout: 20_000 });
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
}

/** An archive: imported, then every page of it, each as text and data too, and its static copy from disk. */
export async function throughImport(deps: DoorDeps, format: ImportFormat, path: string): Promise<SinkResult[]> {
  const { at, visitor, payloads, note } = deps;
  const { newsroom } = at;
  const found = nothingFound();
  const sandbox = createSandbox({ entry: importThreadUrl, size: 1, deadlineMs: 30_000, memoryMb: 320 });
  try {
    const asked = { format, path, publication: format, address: null, dryRun: false, signal, progress: () => {} };
    const { seen, outcomes, setAside } = await runImport({ ...newsroom, sandbox }, asked);
    note(
      `${format}: ${seen} items, ${outcomes.piece} pieces, ${outcomes['set-aside']} set aside (${setAside[0]?.reason ?? ''})`,
    );
    if (outcomes.piece === 0) throw new Error(`${format}: the import made no piece`);
  } finally {
    await sandbox.close();
  }
  await walk(at.origin, `/${format}`, (to) => visitor.visit(found, to));
  const publication = await findPublication(newsroom.database.read, format);
  if (!publication) throw new Error(`the import of ${format} made no publication`);
  const out = join(at.folder, `copy-${format}`);
  const frozen = nothingFound();
  await freezePublication({ ...newsroom, networkName: 'Daybook' }, publication, {
    out,
    origin: null,
    signal,
    progress: () => {},
  });
  // Its first page leads on by itself to the one publication that it holds.
  for (const file of (await readdir(out, { recursive: true }))
    .filter((name) => name.endsWith('.html') && name !== 'index.html')
    .toSorted())
    await visitor.visit(frozen, pathToFileURL(join(out, file)).href);
  return [
    { sink: `import ${format} → public pages, text, data, feeds`, payloads: payloads.length, ...found },
    { sink: `import ${format} → static copy from disk`, payloads: payloads.length, ...frozen },
  ];
}

/** Goes to every page of a publication that links lead to from its home; and to each one's text and data. */
async function walk(origin: string, home: string, visit: (address: string) => Promise<void>): Promise<void> {
  const known = new Set([home]);
  const add = (path: string) => {
    if (path === home || path.startsWith(`${home}/`)) known.add(path);
  };
  for (const path of known) {
    const response = await fetch(origin + path, { redirect: 'manual' });
    const type = response.headers.get('content-type') ?? '';
    const body = await response.text();
    const location = response.headers.get('location');
    if (location) add(location);
    if (!/^(?:text\/html|text\/plain|application\/json)/u.test(type) || response.status >= 300) continue;
    await visit(origin + path);
    if (!type.startsWith('text/html')) continue;
    for (const [, href = ''] of body.matchAll(/ (?:href|src|action)="([^"]*)"/gu)) {
      const to = href.replaceAll('&amp;', '&').split('#')[0] ?? '';
      if (to.includes('?') && !/\?page=\d+$/u.test(to)) continue;
      add(to.startsWith(origin) ? to.slice(origin.length) : to);
    }
  }
}

/** A mark or a note of the composer's. */
interface Noted {
  at: string;
  name: string | null;
}

/** Pieces written and published by the desk's own addresses: text, captions, credits, alt, bios, reads, notes. */
export async function throughDesk({ at, visitor, payloads, note }: DoorDeps): Promise<SinkResult> {
  const found = nothingFound();
  const parts = chunks(payloads, perPage);
  let published = 0;
  for (const [index, part] of parts.entries()) {
    // Days that no wire reported of would draft nothing: each has a report, brought by hand.
    const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
    const said = (number: number) => (part[number % part.length] ?? '').slice(0, 200);
    const bring = (fields: { outlet: string; title: string; url: string }) =>
      at.desk(
        'POST',
        `/desk/${slug}/report/new`,
        new URLSearchParams({
          ...fields,
          reported: `${day}T12:00`,
          body: `The ferry left the port of Gorvan with ${index + 40} passengers aboard on Tuesday, the harbour office said.\n\n${part.join('\n\n')}`.slice(
            0,
            50_000,
          ),
        }),
      );
    const url = `https://far.example/?${encodeURIComponent(said(2).toWellFormed())}`;
    let taken = await bring({ outlet: said(0), title: said(1), url });
    // What is no name of an outlet, no title or no address is refused in words; the text comes in all the same.
    if (taken.status === 422) taken = await bring({ outlet: 'Gorvan Courier', title: 'Ferry', url: '' });
    if (taken.status !== 303) throw new Error(`a report brought by hand: ${taken.status}`);
    await drainJobs(at.newsroom, signal, () => {});
    const drafted = await at.desk('POST', `/desk/${slug}/${day}/draft`, new URLSearchParams({ sections: '12' }));
    const piece = drafted.headers.get('location')?.split('/').at(-1) ?? '';
    const asked = await at.desk('GET', `/desk/api/pieces/${piece}`);
    if (!asked.ok) throw new Error(`no piece was drafted for ${day}: ${drafted.status}, ${asked.status}`);
    const head = (await asked.json()) as { piece: { revision: number } };
    const content = hostileContent(part, `desk/${index}`);
    const saved = await at.desk('PUT', `/desk/api/pieces/${piece}`, { base: head.piece.revision, content });
    const answer = (await saved.json()) as {
      kind: string;
      revision: number;
      marks: Noted[];
    };
    if (answer.kind !== 'saved')
      throw new Error(`a hostile piece was not saved: ${JSON.stringify(answer).slice(0, 300)}`);
    const letStand = async (notes: Noted[]) => {
      for (const { at: place, name } of notes)
        await at.desk('POST', `/desk/api/pieces/${piece}/override`, { at: place, mark: name, reason: said(3) });
    };
    const publish = async () => {
      const out = await at.desk('POST', `/desk/api/pieces/${piece}/publish`, { revision: answer.revision });
      return (await out.json()) as { kind: string; path: string; advice?: Noted[] };
    };
    await letStand(answer.marks);
    let outcome = await publish();
    if (outcome.kind === 'unsettled') {
      await letStand(outcome.advice ?? []);
      outcome = await publish();
    }
    if (outcome.kind !== 'published')
      note(`a hostile piece was not published: ${JSON.stringify(outcome).slice(0, 300)}`);
    else published += 1;
    await visitor.visit(found, `${at.origin}/desk/piece/${piece}`);
    await openEverything(visitor);
    await visitor.look(found);
  }
  if (published === 0) throw new Error('no hostile piece was published');
  note(`desk: ${published} of ${parts.length} pieces published`);
  await walk(at.origin, `/${slug}`, (to) => visitor.visit(found, to));
  return {
    sink: 'piece, caption, bio, profile by the desk → composer, public pages',
    payloads: payloads.length,
    ...found,
  };
}
