import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { readCandidates } from "#modules/academy/quizzes/candidates.ts";
import type { QuizRow } from "#modules/academy/quizzes/quiz-row.ts";
import { type Candidate, drawPaper } from "#modules/academy/rules/quizzes/draw-paper.ts";

/** A quiz as its authors see it: as the draft has it, else as it is in force. */
export interface AuthoredQuiz extends QuizRow {
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  curriculumId: string;
  in: ("draft" | "published")[];
  lessonTitle: string | null;
  attempts: number;
}

/** Quizzes as a condition on `z` (quiz) and `c` (course) picks them, each once, by course and title. */
export const readAuthoredQuizzes = (db: Db, condition: SQL): Promise<AuthoredQuiz[]> =>
  rows<AuthoredQuiz>(
    db,
    sql`SELECT * FROM (
          SELECT DISTINCT ON (z.key) z.key, z.slug, z.title, z.intro, z.settings, z.sections, z.revision,
            c.id AS "courseId", c.slug AS "courseSlug", c.title AS "courseTitle", u.id AS "curriculumId",
            array_agg(u.status) OVER (PARTITION BY z.key) AS in,
            (SELECT l.title FROM academy.lesson l WHERE l.curriculum_id = u.id
               AND l.blocks @> jsonb_build_array(jsonb_build_object('quizKey', z.key::text)) LIMIT 1) AS "lessonTitle",
            (SELECT count(*)::int FROM academy.quiz_attempt a
             WHERE a.course_id = c.id AND a.quiz_key = z.key AND a.status <> 'void') AS attempts
          FROM academy.quiz z
          JOIN academy.curriculum u ON u.id = z.curriculum_id AND u.status IN ('draft', 'published')
          JOIN academy.course c ON c.id = u.course_id
          WHERE ${condition} ORDER BY z.key, u.number DESC) AS authored
        ORDER BY "courseTitle", "courseId", title, key`,
  );

/** How many questions an attempt would ask, for how many points if every draw has as many; and per section. */
export async function sizeQuiz(db: Db, quiz: AuthoredQuiz) {
  const candidates = await readCandidates(db, quiz.courseId, quiz.sections);
  const papers = [1, 2, 3].map((seed) =>
    drawPaper(quiz.sections, candidates, { seed, settings: quiz.settings }),
  );
  const points = new Set(papers.map((paper) => paper.reduce((sum, item) => sum + item.points, 0)));
  const [paper = []] = papers;
  return {
    questions: paper.length,
    points: points.size === 1 ? ([...points][0] ?? null) : null,
    sections: quiz.sections.map((section, at) => ({
      ...section,
      pool: poolSize(candidates, section),
      asks: paper.filter((item) => item.section === at).length,
    })),
  };
}

const poolSize = (candidates: readonly Candidate[], section: QuizRow["sections"][number]): number =>
  candidates.filter(
    ({ questionId, tags }) =>
      section.questionIds.includes(questionId) || tags.some((tag) => section.tags.includes(tag)),
  ).length;
