import type { Cache } from "#kernel/cache/cache.ts";
import type { Db } from "#kernel/db/database.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";
import { getQuizRow, type QuizRow } from "#modules/academy/quizzes/quiz-row.ts";

/** A quiz with the lesson it stands in. */
export interface PlacedQuiz extends QuizRow {
  lesson: { key: string; slug: string; title: string } | null;
}

async function load(db: Db, curriculumId: string, quizKey: string): Promise<PlacedQuiz> {
  const quiz = await getQuizRow(db, curriculumId, quizKey);
  const lesson = await findLessonWith(db, curriculumId, { quizKey });
  return { ...quiz, lesson: lesson ? { key: lesson.key, slug: lesson.slug, title: lesson.title } : null };
}

/** A quiz of a published curriculum, which never changes: kept in the process. Errors: `academy.quiz_unknown`. */
export const keptQuiz = (
  { db, cache }: { db: Db; cache: Cache },
  curriculumId: string,
  quizKey: string,
): Promise<PlacedQuiz> =>
  cache.get(`academy.quiz:${curriculumId}:${quizKey}`, () => load(db, curriculumId, quizKey));
