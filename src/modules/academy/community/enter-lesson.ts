import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { getThread } from "#modules/academy/community/post-row.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";

interface Asking {
  actor: Actor;
  now: Temporal.Instant;
}

/**
 * Lets a student to what is said about a lesson: who takes the course now and has the lesson open. Errors:
 * `academy.not_enrolled`, `academy.enrollment_closed`, `academy.lesson_unknown`, `academy.lesson_not_open`.
 */
export async function enterLesson(
  db: Db,
  { actor, now }: Asking,
  by: { course: string } & ({ lesson: string } | { lessonKey: string }),
) {
  const enrollment = await getMyEnrollment(db, { courseSlug: by.course, personId: actorPersonId(actor) });
  demandLearning(enrollment);
  const lesson = await findLessonWith(
    db,
    enrollment.curriculum_id,
    "lesson" in by ? { lessonSlug: by.lesson } : { lessonKey: by.lessonKey },
  );
  if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
  await demandOpenLesson(db, enrollment, { lessonKey: lesson.key, now });
  return { enrollment, lesson };
}

/**
 * Lets a student to a thread. A thread of a course they do not take now is not even there: the database hides it.
 * Errors: `academy.thread_unknown` and those of `enterLesson`.
 */
export async function enterThread(db: Db, asking: Asking, threadId: string) {
  const thread = await getThread(db, threadId);
  const course = await firstRow<{ slug: string; title: string }>(
    db,
    sql`SELECT slug, title FROM academy.course WHERE id = ${thread.course_id}`,
  );
  if (!course) throw new Error("A thread without its course");
  const entered = await enterLesson(db, asking, { course: course.slug, lessonKey: thread.lesson_key });
  return { ...entered, thread, course };
}
