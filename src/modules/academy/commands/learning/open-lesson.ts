import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { MyLessonOf } from "#modules/academy/contract/learning.ts";
import { enterCourse } from "#modules/academy/learning/enter-course.ts";
import { openProgress } from "#modules/academy/learning/open-progress.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";

/**
 * Writes down that a student has a lesson in front of them; time on it counts from here. Errors: `academy.not_enrolled`,
 * `academy.enrollment_closed`, `academy.lesson_unknown`, `academy.lesson_not_open`.
 */
export const openLesson = defineCommand({
  name: "academy.open_lesson",
  title: "Open a lesson of a course I take",
  http: "POST /learn/courses/:course/lessons/:lesson/openings",
  access: "customer",
  unaudited: true,
  input: MyLessonOf,
  output: z.object({ lessonKey: z.uuid() }),
  run: async (context) => {
    const { tx, now, input } = context;
    const { enrollment, lessons } = await enterCourse(context, input.course);
    const lesson = lessons.find(({ slug }) => slug === input.lesson);
    if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
    await demandOpenLesson(tx, enrollment, { lessonKey: lesson.key, now });
    await openProgress(context, enrollment, lesson.key);
    await tx.execute(
      sql`UPDATE academy.enrollment SET last_lesson_key = ${lesson.key}, last_active_at = ${now.toString()}
          WHERE id = ${enrollment.id}`,
    );
    return { lessonKey: lesson.key };
  },
});
