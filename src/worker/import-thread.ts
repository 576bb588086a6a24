/** The entry of the thread that reads an archive: any importer may be slow, or never end, in here. */
import { createImportTasks } from '#archive/archive-parsers.ts';
import { serveTasks } from '#platform/sandbox/serve-tasks.ts';

serveTasks(createImportTasks());
