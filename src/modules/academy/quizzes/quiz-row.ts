import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { QuizSection, QuizSettings } from "#modules/academy/contract/quiz.ts";

/** A quiz of one version of a curriculum. */
export interface QuizRow {
  key: string;
  slug: string;
  title: string;
  intro: RichText;
  settings: QuizSettings;
  sections: QuizSection[];
  revision: number;
}

const COLUMNS = sql`key, slug, title, intro, settings, sections, revision`;

/** The quizzes of a curriculum, by title. */
export const readQuizzes = (db: Db, curriculumId: string): Promise<QuizRow[]> =>
  rows<QuizRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.quiz WHERE curriculum_id = ${curriculumId} ORDER BY title, slug`,
  );

/** Reads a quiz of a curriculum; undefined when it has no such. */
export const findQuizRow = (db: Db, curriculumId: string, quizKey: string): Promise<QuizRow | undefined> =>
  firstRow<QuizRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.quiz WHERE curriculum_id = ${curriculumId} AND key = ${quizKey}`,
  );

/** The same, of one that must be there. Errors: `academy.quiz_unknown`. */
export async function getQuizRow(db: Db, curriculumId: string, quizKey: string): Promise<QuizRow> {
  const quiz = await findQuizRow(db, curriculumId, quizKey);
  if (!quiz) throw refuse("not_found", "academy.quiz_unknown", "There is no such quiz.");
  return quiz;
}
