import { recordChanges } from '#platform/changes/change-store.ts';
import type { Reader, Writer } from '#platform/database/database.ts';
import { findRedactor } from '#withdrawals/withdrawals.ts';
import type { Publication, PublicationStatus } from './publication.ts';
import { redactPublication } from './redact-publication.ts';

/** `profile` is the JSON of everything in Publication that no query asks for. */
interface PublicationRow {
  slug: string;
  profile: string;
  status: PublicationStatus;
  time_zone: string;
  listed: number;
  rights: string | null;
  created_at: string;
  updated_at: string;
}

type PublicationTables = { publications: PublicationRow };

export async function findPublication(db: Reader, slug: string): Promise<Publication | null> {
  const row = await db
    .withTables<PublicationTables>()
    .selectFrom('publications')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? readRow(row) : null;
}

export async function findPublications(db: Reader): Promise<Publication[]> {
  const rows = await db
    .withTables<PublicationTables>()
    .selectFrom('publications')
    .selectAll()
    .orderBy('created_at')
    .orderBy('slug')
    .execute();
  return rows.map(readRow);
}

/** A publication as it stands, which nobody else changes until the transaction ends. */
export async function holdPublication(tx: Writer, slug: string): Promise<Publication | null> {
  await tx
    .withTables<PublicationTables>()
    .updateTable('publications')
    .set((eb) => ({ updated_at: eb.ref('updated_at') }))
    .where('slug', '=', slug)
    .execute();
  return findPublication(tx, slug);
}

/** Adds a publication or replaces its profile, without withdrawn names; every page that names a publication is made anew. */
export async function savePublication(tx: Writer, publication: Publication, at: string): Promise<void> {
  const { slug, status, timeZone, listed, rights, ...profile } = redactPublication(publication, await findRedactor(tx));
  const row = {
    profile: JSON.stringify(profile),
    status,
    time_zone: timeZone,
    listed: listed ? 1 : 0,
    rights: rights ? JSON.stringify(rights) : null,
    updated_at: at,
  };
  await tx
    .withTables<PublicationTables>()
    .insertInto('publications')
    .values({ slug, ...row, created_at: at })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .execute();
  await recordChanges(tx, at, ['publications', `publication:${slug}`]);
}

function readRow(row: PublicationRow): Publication {
  return {
    // Profiles saved before imports name no former addresses, those saved before search no synonyms, older ones no names.
    formerAddresses: [],
    synonyms: [],
    // Nor rules of working together.
    secondPairOfEyes: false,
    checklist: [],
    unasked: [],
    names: [],
    rankWeights: {},
    // Nor topics that became part of others.
    merged: [],
    labels: [],
    // Nor what is said of contributors, nor a logo.
    contributors: [],
    logo: null,
    // Nor in which countries its places lie.
    countries: [],
    // Nor another name in another language.
    nameIn: {},
    // Those saved before readers could write in say nothing of it.
    submissions: null,
    ...JSON.parse(row.profile),
    slug: row.slug,
    status: row.status,
    timeZone: row.time_zone,
    listed: row.listed === 1,
    rights: row.rights ? JSON.parse(row.rights) : null,
  };
}
