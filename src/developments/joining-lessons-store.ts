import type { Reader, Writer } from '#platform/database/database.ts';
import type { JoiningLesson } from './learn-joining.ts';

interface LessonRow {
  publication: string;
  subject: string;
  is_same: number;
  log_odds: number;
  taught_at: string;
}

type LessonTables = { joining_lessons: LessonRow };

/** What is older teaches no more: a story changes, and so do its editors. */
const mostLessons = 200;
/** What a first report was never compared with teaches nothing; what is certain, too much. */
const certain = 0.99;

/** Keeps an editor's word. `subject`: the report or development that it is about; the last word on it holds. `likely`: 0 to 1. */
export async function saveLesson(
  tx: Writer,
  publication: string,
  lesson: { subject: string; isSame: boolean; likely: number; at: string },
): Promise<void> {
  const likely = Math.min(certain, Math.max(1 - certain, lesson.likely));
  const values = {
    is_same: lesson.isSame ? 1 : 0,
    log_odds: Math.log(likely / (1 - likely)),
    taught_at: lesson.at,
  };
  await tx
    .withTables<LessonTables>()
    .insertInto('joining_lessons')
    .values({ publication, subject: lesson.subject, ...values })
    .onConflict((conflict) => conflict.columns(['publication', 'subject']).doUpdateSet(values))
    .execute();
}

/** The latest lessons of a publication. */
export async function findLessons(db: Reader, publication: string): Promise<JoiningLesson[]> {
  const rows = await db
    .withTables<LessonTables>()
    .selectFrom('joining_lessons')
    .select(['is_same', 'log_odds'])
    .where('publication', '=', publication)
    .orderBy('taught_at', 'desc')
    .orderBy('subject')
    .limit(mostLessons)
    .execute();
  return rows.map((row) => ({ isSame: row.is_same === 1, logOdds: row.log_odds }));
}

/** Forgets what a publication's editors taught; answers how many lessons that were. */
export async function forgetLessons(tx: Writer, publication: string): Promise<number> {
  const gone = await tx
    .withTables<LessonTables>()
    .deleteFrom('joining_lessons')
    .where('publication', '=', publication)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
