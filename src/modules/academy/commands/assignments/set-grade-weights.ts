import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { readGradeItems } from "#modules/academy/assignments/grade-items.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { GradeWeights, SetGradeWeights } from "#modules/academy/contract/grade-book.ts";

/**
 * Sets how much each graded thing of a course counts; an empty list makes all count alike. Errors:
 * `academy.course_unknown`, `academy.weights_not_100`, `academy.grade_item_unknown`.
 */
export const setGradeWeights = defineCommand({
  name: "academy.set_grade_weights",
  title: "Set how much each grade of a course counts",
  http: "PUT /academy/courses/:courseId/grade-weights",
  access: "academy:grade",
  input: SetGradeWeights,
  output: GradeWeights,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, input } = context;
    const weights = new Map(input.weights.map(({ itemKey, weightPercent }) => [itemKey, weightPercent]));
    const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
    if (weights.size > 0 && sum !== 100)
      throw refuse(
        "invalid",
        "academy.weights_not_100",
        `The weights make ${sum} percent. They have to make 100.`,
      );
    const { items } = await readGradeItems(tx, course.id);
    if ([...weights.keys()].some((key) => !items.some(({ itemKey }) => itemKey === key)))
      throw refuse(
        "invalid",
        "academy.grade_item_unknown",
        "The course does not grade one of these in its version in force.",
      );
    const before = await rows<{ item_key: string; weight_percent: number }>(
      tx,
      sql`DELETE FROM academy.grade_weight WHERE course_id = ${course.id} RETURNING item_key, weight_percent`,
    );
    await tx.execute(
      sql`INSERT INTO academy.grade_weight (course_id, item_key, weight_percent)
          SELECT ${course.id}::uuid, key::uuid, value::int FROM jsonb_each_text(${JSON.stringify(Object.fromEntries(weights))}::jsonb)`,
    );
    await noteGradeChange(context, {
      courseId: course.id,
      act: "weights",
      before: Object.fromEntries(before.map((one) => [one.item_key, one.weight_percent])),
      after: Object.fromEntries(weights),
    });
    return { courseId: course.id, hasWeights: weights.size > 0 };
  },
});
