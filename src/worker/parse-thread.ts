/** The entry of the parsing threads: every parse of something foreign that the sandbox can be asked for, by name. */
import { serveTasks } from '#platform/sandbox/serve-tasks.ts';
import { parseTasks } from './parse-tasks.ts';

serveTasks(parseTasks);
