import { actorPersonId } from "#kernel/actor.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import {
  demandLearning,
  type EnrollmentRow,
  lockMyEnrollment,
} from "#modules/academy/learning/enrollment.ts";
import { keptOutline, type OutlineLesson } from "#modules/academy/learning/outline.ts";

/** A student at work: their enrolment, locked, and the lessons of the version they follow. */
export interface AtWork {
  enrollment: EnrollmentRow;
  lessons: OutlineLesson[];
}

/** Lets the actor work in a course. Errors: `academy.not_enrolled`, `academy.enrollment_closed`. */
export async function enterCourse(ctx: AcademyContext, courseSlug: string): Promise<AtWork> {
  const enrollment = await lockMyEnrollment(ctx.tx, { courseSlug, personId: actorPersonId(ctx.actor) });
  demandLearning(enrollment);
  const lessons = await keptOutline({ db: ctx.tx, cache: ctx.cache }, enrollment.curriculum_id);
  return { enrollment, lessons };
}
