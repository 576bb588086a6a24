/** A table as a backup holds it. */
export interface BackupTable {
  name: string;
  /** Its primary key: rows are read and written in this order. */
  key: string[];
  /** A column that names another row of the same table; rows that name none are written first. */
  names?: string;
  /** The database numbers its rows itself. */
  numbered?: true;
}

/** Every table that a backup holds, each after those that it refers to. */
export const backupTables: BackupTable[] = [
  { name: 'publications', key: ['slug'] },
  { name: 'network', key: ['one'] },
  { name: 'contributor_contacts', key: ['publication', 'slug'] },
  { name: 'staff', key: ['id'] },
  { name: 'staff_roles', key: ['staff_id', 'publication'] },
  { name: 'passkeys', key: ['id'] },
  { name: 'app_codes', key: ['staff_id'] },
  { name: 'recovery_codes', key: ['code_sha256'] },
  { name: 'media', key: ['sha256'] },
  { name: 'library_pictures', key: ['media'] },
  { name: 'wires', key: ['id'] },
  { name: 'wire_publications', key: ['wire_id', 'publication'] },
  { name: 'reports', key: ['id'] },
  { name: 'report_versions', key: ['report_id', 'version'] },
  { name: 'report_publications', key: ['publication', 'report_id'] },
  { name: 'taken_files', key: ['wire_id', 'name_sha256'] },
  { name: 'set_aside', key: ['id'], numbered: true },
  { name: 'evidence', key: ['id'] },
  { name: 'developments', key: ['id'] },
  { name: 'development_reports', key: ['publication', 'report_id'] },
  { name: 'joining_lessons', key: ['publication', 'subject'] },
  { name: 'storylines', key: ['id'] },
  { name: 'storyline_developments', key: ['development_id'] },
  { name: 'pieces', key: ['id'], names: 'translation_of' },
  { name: 'revisions', key: ['piece_id', 'number'] },
  { name: 'revision_pictures', key: ['piece_id', 'revision', 'media'] },
  { name: 'publishings', key: ['id'], numbered: true },
  { name: 'corrections', key: ['id'] },
  { name: 'overrides', key: ['id'] },
  { name: 'approvals', key: ['piece_id', 'revision', 'by_id'] },
  { name: 'schedules', key: ['piece_id'] },
  { name: 'work', key: ['piece_id'] },
  { name: 'checked_items', key: ['piece_id', 'item'] },
  { name: 'comments', key: ['id'] },
  { name: 'tasks', key: ['id'] },
  { name: 'task_pieces', key: ['task_id', 'piece_id'] },
  { name: 'redirects', key: ['publication', 'source'] },
  { name: 'piece_labels', key: ['publication', 'kind', 'slug', 'piece_id'] },
  { name: 'piece_sources', key: ['publication', 'kind', 'source', 'piece_id'] },
  { name: 'piece_developments', key: ['publication', 'development', 'piece_id'] },
  { name: 'import_items', key: ['publication', 'item_key'] },
  { name: 'submissions', key: ['id'] },
  { name: 'held_sources', key: ['id'] },
  { name: 'read_counts', key: ['path', 'utc_day'] },
  { name: 'withdrawals', key: ['id'] },
  { name: 'jobs', key: ['id'], numbered: true },
  { name: 'events', key: ['id'], numbered: true },
  { name: 'changes', key: ['id'], numbered: true },
  { name: 'audit', key: ['number'] },
  { name: 'audit_head', key: ['one'] },
];

/** Left out: who was signed in or invited stays out, search reads its index anew, a gazetteer is read anew from its files, and the schema is made by its own steps. */
export const leftOut =
  /^(?:sessions|sign_in_links|challenges|invitations|search_\w+|places|place_names|gazetteer_reads|schema_steps(?:_lock)?|sqlite_sequence)$/u;
