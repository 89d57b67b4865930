import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft, findInForce } from "#modules/academy/authoring/draft.ts";
import type { RubricCriterion } from "#modules/academy/contract/assignment.ts";
import { AssignmentList, ListAssignments } from "#modules/academy/contract/assignment-editing.ts";
import { maxPointsOf } from "#modules/academy/rules/assignments/score-rubric.ts";

/** Assignments of the draft of a course, or of the version in force where there is no draft. Errors: `academy.course_unknown`. */
export const listAssignments = defineQuery({
  name: "academy.list_assignments",
  title: "List the assignments of a course",
  http: "GET /academy/courses/:courseId/assignments",
  access: "academy:read",
  input: ListAssignments,
  output: AssignmentList,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db }, course) => {
    const curriculum = (await findDraft(db, course.id)) ?? (await findInForce(db, course.id));
    const found = await rows<{
      assignmentKey: string;
      slug: string;
      title: string;
      rubric: RubricCriterion[];
      lessons: string[];
    }>(
      db,
      sql`SELECT a.key AS "assignmentKey", a.slug, a.title, a.rubric,
            coalesce((SELECT jsonb_agg(l.title ORDER BY l.title) FROM academy.lesson l
              WHERE l.curriculum_id = a.curriculum_id
                AND l.blocks @> jsonb_build_array(jsonb_build_object('assignmentKey', a.key))), '[]') AS lessons
          FROM academy.assignment a WHERE a.curriculum_id = ${curriculum?.id ?? null} ORDER BY a.title, a.id`,
    );
    return { items: found.map(({ rubric, ...one }) => ({ ...one, maxPoints: maxPointsOf(rubric) })) };
  },
});
