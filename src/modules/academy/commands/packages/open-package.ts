import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OpenedPackage, OpenPackage } from "#modules/academy/contract/packages.ts";
import { demandLearning, lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";
import { getPackage, makeLaunch } from "#modules/academy/packages/make-launch.ts";

/**
 * Opens a package of a lesson for the student. The address it gives is a secret of this student. Errors:
 * `academy.not_enrolled`, `academy.enrollment_closed`, `academy.package_unknown`, `academy.lesson_not_open`,
 * `academy.package_item_unknown`.
 */
export const openPackage = defineCommand({
  name: "academy.open_package",
  title: "Open a package of a lesson",
  http: "POST /academy/my/courses/:course/packages/:packageId/launches",
  access: "customer",
  unaudited: true,
  secretOutput: true,
  input: OpenPackage,
  output: OpenedPackage,
  run: async (context) => {
    const { tx, input, now, actor } = context;
    const personId = actorPersonId(actor);
    // Locked: of two windows opened at once, one is the later.
    const enrollment = await lockMyEnrollment(tx, { courseSlug: input.course, personId });
    demandLearning(enrollment);
    const lesson = await findLessonWith(tx, enrollment.curriculum_id, { packageId: input.packageId });
    if (!lesson || personId === null)
      throw refuse("not_found", "academy.package_unknown", "There is no such package in this course.");
    await demandOpenLesson(tx, enrollment, { lessonKey: lesson.key, now });
    const student = { enrollmentId: enrollment.id, accountId: enrollment.account_id, lessonKey: lesson.key };
    const pack = await getPackage(tx, input.packageId);
    return makeLaunch(context, pack, { personId, student, itemId: input.itemId });
  },
});
