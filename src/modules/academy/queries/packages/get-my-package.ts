import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyPackage, MyPackageOf } from "#modules/academy/contract/packages.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";
import { readItemStates } from "#modules/academy/packages/item-states.ts";
import { getPackage } from "#modules/academy/packages/make-launch.ts";

/**
 * A package of a course one takes, and how far one is with each part. Errors: `academy.not_enrolled`,
 * `academy.enrollment_closed`, `academy.package_unknown`.
 */
export const getMyPackage = defineQuery({
  name: "academy.get_my_package",
  title: "Read a package of a course I take",
  http: "GET /academy/my/courses/:course/packages/:packageId",
  access: "customer",
  input: MyPackageOf,
  output: MyPackage,
  run: async ({ db, input: { course, packageId }, actor }) => {
    const enrollment = await getMyEnrollment(db, { courseSlug: course, personId: actorPersonId(actor) });
    demandLearning(enrollment);
    const lesson = await findLessonWith(db, enrollment.curriculum_id, { packageId });
    if (!lesson)
      throw refuse("not_found", "academy.package_unknown", "There is no such package in this course.");
    const { kind, title, manifest } = await getPackage(db, packageId);
    const items = await readItemStates(db, { packageId, enrollmentId: enrollment.id, manifest });
    return { kind, title, items, lesson: { slug: lesson.slug, title: lesson.title } };
  },
});
