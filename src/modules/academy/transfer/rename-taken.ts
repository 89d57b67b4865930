import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { openSlugs } from "#modules/academy/transfer/draft/make-slug.ts";

interface Taken {
  lessons: string[];
  quizzes: string[];
  assignments: string[];
  questions: string[];
}

/** Gives each a name that none of those given has. */
function fresh(names: readonly string[] = []) {
  const slugOf = openSlugs(names);
  return <T extends { slug: string }>(one: T): T => ({ ...one, slug: slugOf(one.slug, "part") });
}

/** A draft whose names are none of those a course has already. */
export async function renameTaken(
  tx: Tx,
  { courseId, curriculumId, draft }: { courseId: string; curriculumId: string; draft: CourseDraft },
): Promise<CourseDraft> {
  const taken = await firstRow<Taken>(
    tx,
    sql`SELECT array(SELECT slug FROM academy.lesson WHERE curriculum_id = ${curriculumId}) AS lessons,
          array(SELECT slug FROM academy.quiz WHERE curriculum_id = ${curriculumId}) AS quizzes,
          array(SELECT slug FROM academy.assignment WHERE curriculum_id = ${curriculumId}) AS assignments,
          array(SELECT slug FROM academy.question WHERE course_id = ${courseId}) AS questions`,
  );
  const questions = draft.questions.map(fresh(taken?.questions));
  const renamed = new Map(
    draft.questions.map(({ slug }, at) => [slug, questions[at]?.slug ?? slug] as const),
  );
  const lesson = fresh(taken?.lessons);
  return {
    ...draft,
    questions,
    modules: draft.modules.map((module) => ({ ...module, lessons: module.lessons.map(lesson) })),
    assignments: draft.assignments.map(fresh(taken?.assignments)),
    quizzes: draft.quizzes.map(fresh(taken?.quizzes)).map((quiz) => ({
      ...quiz,
      sections: quiz.sections.map((section) => ({
        ...section,
        questions: section.questions.map((slug) => renamed.get(slug) ?? slug),
      })),
    })),
  };
}
