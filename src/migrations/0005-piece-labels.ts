import { type Kysely, sql } from 'kysely';
import type { SchemaStep } from '#platform/database/migrate.ts';

/**
 * What live pieces are filed under and rest on, beside them: no two engines look into JSON alike, and a list of ten
 * thousand must not read ten thousand documents. The fill below says what src/pieces/filing.ts said when this was written;
 * it reads what stood then, and is not to follow it.
 */
export const pieceLabels: SchemaStep = {
  name: '0005-piece-labels',
  reason: 'Lists by topic, category, tag and contributor, and counts of sources, without reading every document.',
  async up(db) {
    const statements = [
      `create table piece_labels (
  publication text not null references publications (slug),
  kind text not null check (kind in ('topic', 'category', 'tag', 'contributor')),
  slug text not null, piece_id text not null references pieces (id), title text not null,
  primary key (publication, kind, slug, piece_id))`,
      'create index piece_labels_by_piece on piece_labels (piece_id)',
      `create table piece_sources (
  publication text not null references publications (slug),
  kind text not null check (kind in ('evidence', 'host')),
  source text not null, piece_id text not null references pieces (id), times integer not null,
  primary key (publication, kind, source, piece_id))`,
      'create index piece_sources_by_piece on piece_sources (piece_id)',
      'create index corrections_by_piece on corrections (piece_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await fillFromLiveRevisions(db);
  },
};

interface Live {
  id: string;
  publication: string;
  content: string;
}

const piecesAtOnce = 200;

async function fillFromLiveRevisions(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<Live>`
select p.id, p.publication, r.content from pieces p
join revisions r on r.piece_id = p.id and r.number = p.live_revision
where p.id > ${after} order by p.id limit ${sql.lit(piecesAtOnce)}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    for (const { id, publication, content } of rows) {
      const document = JSON.parse(content) as Document;
      for (const [kind, slug, title] of labelsIn(document))
        await sql`insert into piece_labels values (${publication}, ${kind}, ${slug}, ${id}, ${title})`.execute(db);
      for (const [kind, source, times] of sourcesIn(document))
        await sql`insert into piece_sources values (${publication}, ${kind}, ${source}, ${id}, ${times})`.execute(db);
    }
  }
}

interface Document {
  topics: string[];
  categories?: { slug: string; title: string }[];
  tags?: { slug: string; title: string }[];
  authors?: { name: string; slug?: string }[];
  nameWithdrawn?: true;
  blocks: { sentences?: Sentence[]; items?: Sentence[][]; rows?: Sentence[][][] }[];
}

interface Sentence {
  basis: { citations?: { evidence: string }[]; links?: { href: string }[] };
}

function labelsIn({ topics, categories, tags, authors, nameWithdrawn }: Document): [string, string, string][] {
  const all: [string, string, string][] = [
    ...topics.map((slug): [string, string, string] => ['topic', slug, '']),
    ...(categories ?? []).map(({ slug, title }): [string, string, string] => [
      'category',
      slugOf(slug || title),
      title,
    ]),
    ...(tags ?? []).map(({ slug, title }): [string, string, string] => ['tag', slugOf(slug || title), title]),
    ...(authors ?? []).map(({ slug, name }): [string, string, string] => [
      'contributor',
      slug === undefined && nameWithdrawn ? '' : slugOf(slug ?? name),
      name,
    ]),
  ];
  const once = new Map(all.filter(([, slug]) => slug !== '').map((each) => [`${each[0]} ${each[1]}`, each]));
  return [...once.values()];
}

function slugOf(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 120);
}

function sourcesIn({ blocks }: Document): [string, string, number][] {
  const found = new Map<string, [string, string, number]>();
  const add = (kind: string, source: string) =>
    found.set(`${kind} ${source}`, [kind, source, (found.get(`${kind} ${source}`)?.[2] ?? 0) + 1]);
  const sentences = blocks.flatMap(({ sentences: run = [], items = [], rows = [] }) => [
    ...run,
    ...items.flat(),
    ...rows.flat(2),
  ]);
  for (const { basis } of sentences) {
    for (const { evidence } of basis.citations ?? []) add('evidence', evidence);
    for (const { href } of basis.links ?? []) {
      if (/^https?:/iu.test(href) && URL.canParse(href)) add('host', new URL(href).hostname.replace(/^www\./u, ''));
    }
  }
  return [...found.values()];
}
