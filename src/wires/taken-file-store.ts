import type { Reader, Writer } from '#platform/database/database.ts';

/** A file of a watched folder that was read. Known by the hash of its name, which may be a person's. */
export interface TakenFile {
  nameSha256: string;
  size: number;
  /** An instant. */
  modifiedAt: string;
  /** How many bytes of it were read: an mbox grows. */
  readTo: number;
}

type Tables = {
  taken_files: {
    wire_id: string;
    name_sha256: string;
    size: number;
    modified_at: string;
    read_to: number;
    taken_at: string;
  };
};

/** The files that a wire has read, by the hash of their names. */
export async function findTakenFiles(db: Reader, wireId: string): Promise<Map<string, TakenFile>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('taken_files')
    .selectAll()
    .where('wire_id', '=', wireId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.name_sha256,
      { nameSha256: row.name_sha256, size: row.size, modifiedAt: row.modified_at, readTo: row.read_to },
    ]),
  );
}

export async function recordTakenFile(tx: Writer, wireId: string, file: TakenFile, at: string): Promise<void> {
  const read = { size: file.size, modified_at: file.modifiedAt, read_to: file.readTo, taken_at: at };
  await tx
    .withTables<Tables>()
    .insertInto('taken_files')
    .values({ wire_id: wireId, name_sha256: file.nameSha256, ...read })
    .onConflict((conflict) => conflict.columns(['wire_id', 'name_sha256']).doUpdateSet(read))
    .execute();
}

/** Files that are not there any more need no memory: what was in them is known by itself. */
export async function forgetTakenFiles(tx: Writer, wireId: string, nameSha256s: string[]): Promise<void> {
  for (let start = 0; start < nameSha256s.length; start += 500)
    await tx
      .withTables<Tables>()
      .deleteFrom('taken_files')
      .where('wire_id', '=', wireId)
      .where('name_sha256', 'in', nameSha256s.slice(start, start + 500))
      .execute();
}
