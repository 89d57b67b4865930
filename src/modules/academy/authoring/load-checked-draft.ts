import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { readCandidates } from "#modules/academy/quizzes/candidates.ts";
import { readQuizzes } from "#modules/academy/quizzes/quiz-row.ts";
import { filesOfBlock } from "#modules/academy/rules/authoring/check-block.ts";
import type { CheckedDraft, CheckedLesson } from "#modules/academy/rules/authoring/finding.ts";

const readModules = (db: Db, curriculumId: string) =>
  rows<{ key: string; title: string; lessons: CheckedLesson[] }>(
    db,
    sql`SELECT m.key, m.title, coalesce((
          SELECT jsonb_agg(jsonb_build_object('key', l.key, 'title', l.title, 'completion', l.completion,
            'opening', l.opening, 'blocks', l.blocks) ORDER BY l.position)
          FROM academy.lesson l WHERE l.module_id = m.id), '[]') AS lessons
        FROM academy.module m WHERE m.curriculum_id = ${curriculumId} ORDER BY m.position`,
  );

const setOf = async (found: Promise<{ id: string }[]>) => new Set((await found).map(({ id }) => id));

/** Per quiz and section, how many questions it asks for and how many there are. */
async function readQuizSizes(db: Db, courseId: string, curriculumId: string) {
  const sizes: [string, { title: string; sections: { draw: number | null; pool: number }[] }][] = [];
  for (const { key, title, sections } of await readQuizzes(db, curriculumId)) {
    const candidates = await readCandidates(db, courseId, sections);
    const pools = sections.map(({ draw, questionIds, tags }) => ({
      draw,
      pool: candidates.filter(
        (candidate) =>
          questionIds.includes(candidate.questionId) || candidate.tags.some((tag) => tags.includes(tag)),
      ).length,
    }));
    sizes.push([key, { title, sections: pools }]);
  }
  return new Map(sizes);
}

/** All that the checks of a draft look at. */
export async function loadCheckedDraft(
  db: Db,
  { courseId, curriculumId }: { courseId: string; curriculumId: string },
): Promise<CheckedDraft> {
  const course = await firstRow<{ summary: string }>(
    db,
    sql`SELECT summary FROM academy.course WHERE id = ${courseId}`,
  );
  const modules = await readModules(db, curriculumId);
  const named = modules.flatMap(({ lessons }) =>
    lessons.flatMap(({ blocks }) => blocks.flatMap(filesOfBlock)),
  );
  const files = rows<{ id: string }>(
    db,
    sql`SELECT id FROM kernel.file WHERE id = ANY(${sql.param(named)}::uuid[])`,
  );
  return {
    summary: course?.summary ?? "",
    modules,
    quizzes: await readQuizSizes(db, courseId, curriculumId),
    assignmentKeys: await setOf(
      rows(db, sql`SELECT key AS id FROM academy.assignment WHERE curriculum_id = ${curriculumId}`),
    ),
    packageIds: await setOf(rows(db, sql`SELECT id FROM academy.package WHERE course_id = ${courseId}`)),
    fileIds: await setOf(files),
  };
}
