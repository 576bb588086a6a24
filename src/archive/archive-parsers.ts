/** The door to the importers, for the thread that reads archives only (tools/check-boundaries.ts). */
export { createImportTasks } from './import/import-tasks.ts';
