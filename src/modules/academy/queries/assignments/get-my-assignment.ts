import { EMPTY_TEXT } from "#kernel/browser/rich-text.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { readDraft, readDraftFiles } from "#modules/academy/assignments/draft-row.ts";
import { openMyAssignment } from "#modules/academy/assignments/my-assignment.ts";
import { MyAssignment, MyAssignmentRef } from "#modules/academy/contract/submissions.ts";
import { readMySubmissions } from "#modules/academy/queries/assignments/my-submissions.ts";
import { maxPointsOf } from "#modules/academy/rules/assignments/score-rubric.ts";

/**
 * An assignment for its student: what is asked, when it is due by their clock, what they keep and handed in, and marks
 * that are released. Where the course is closed to them the record stays, without the task.
 * Errors: `academy.not_enrolled`, `academy.assignment_unknown`, `academy.lesson_not_open`.
 */
export const getMyAssignment = defineQuery({
  name: "academy.get_my_assignment",
  title: "Get an assignment of one's course",
  http: "GET /academy/my/courses/:courseSlug/assignments/:assignmentKey",
  access: "customer",
  input: MyAssignmentRef,
  output: MyAssignment,
  run: async (context) => {
    const { db, input, now } = context;
    const mine = await openMyAssignment(context, db, input);
    const { enrollment, assignment, lesson, due, handIn } = mine;
    const of = { enrollmentId: enrollment.id, assignmentKey: assignment.key };
    const course = await firstRow<{ title: string }>(
      db,
      sql`SELECT title FROM academy.course WHERE id = ${enrollment.course_id}`,
    );
    const isOpen = enrollment.status === "active";
    return {
      assignmentKey: assignment.key,
      courseSlug: input.courseSlug,
      courseTitle: course?.title ?? "",
      lessonSlug: lesson.slug,
      lessonTitle: lesson.title,
      title: assignment.title,
      brief: isOpen ? assignment.brief : EMPTY_TEXT,
      settings: assignment.settings,
      rubric: isOpen ? assignment.rubric : [],
      maxPoints: maxPointsOf(assignment.rubric),
      zone: enrollment.zone,
      dueAt: due?.at.toString() ?? null,
      dueOn: due?.on.toString() ?? null,
      isOverdue: due !== null && Temporal.Instant.compare(now, due.at) >= 0,
      ...handIn,
      draft: { ...(await readDraft(db, of)), files: await readDraftFiles(db, of) },
      submissions: await readMySubmissions(db, of),
    };
  },
});
