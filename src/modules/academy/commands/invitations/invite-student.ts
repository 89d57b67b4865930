import { randomBytes } from "node:crypto";
import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { findPersonId } from "#modules/people/index.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { InviteStudent, SentCourseInvitation } from "#modules/academy/contract/invitations.ts";
import { COURSE_INVITATION_HOURS } from "#modules/academy/invitations/invitation-row.ts";
import { mailInvitation } from "#modules/academy/invitations/mail-invitation.ts";

async function demandStranger(tx: Tx, { courseId, email }: { courseId: string; email: string }) {
  const personId = await findPersonId(tx, email);
  const known =
    personId &&
    (await firstRow(
      tx,
      sql`SELECT 1 FROM academy.enrollment
          WHERE course_id = ${courseId} AND person_id = ${personId} AND status = 'active'`,
    ));
  if (known)
    throw refuse("conflict", "academy.takes_course_already", "Somebody with this address takes it already.", {
      issues: [{ path: "email", message: "Takes the course already" }],
    });
}

async function demandCohort(tx: Tx, { courseId, cohortId }: { courseId: string; cohortId: string | null }) {
  if (cohortId === null) return;
  const cohort = await getCohort(tx, cohortId);
  if (cohort.course_id !== courseId)
    throw refuse("invalid", "academy.cohort_of_other_course", "This cohort belongs to another course.", {
      issues: [{ path: "cohortId", message: "Belongs to another course" }],
    });
  if (cohort.status !== "open")
    throw refuse("conflict", "academy.cohort_closed", "This cohort takes nobody more. Choose another.");
}

/**
 * Asks somebody to take a course: a mail with a link that is good for 14 days. One that expired begins anew. Errors:
 * `academy.course_unknown`, `academy.course_not_published`, `academy.takes_course_already`, `academy.invited_already`,
 * `academy.cohort_unknown`, `academy.cohort_of_other_course`, `academy.cohort_closed`.
 */
export const inviteStudent = defineCommand({
  name: "academy.invite_student",
  title: "Invite somebody to take a course",
  http: "POST /academy/courses/:courseId/invitations",
  access: "academy:enrol",
  confirm: true,
  input: InviteStudent,
  output: SentCourseInvitation,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, now, actor, input } = context;
    if (!(await findInForce(tx, course.id)))
      throw refuse(
        "conflict",
        "academy.course_not_published",
        "This course is not published yet. Publish it first.",
      );
    await demandStranger(tx, input);
    await demandCohort(tx, input);
    const token = randomBytes(32).toString("base64url");
    const at = now.toString();
    const expiresAt = now.add({ hours: COURSE_INVITATION_HOURS }).toString();
    const row = await firstRow<{ id: string }>(
      tx,
      sql`INSERT INTO academy.invitation AS i (id, course_id, email, name, cohort_id, token_sha256, invited_by,
            invited_at, expires_at)
          VALUES (${newId()}, ${course.id}, ${input.email}, ${input.name}, ${input.cohortId}, ${sha256Hex(token)},
            ${actorPersonId(actor)}, ${at}, ${expiresAt})
          ON CONFLICT (course_id, lower(email)) WHERE accepted_at IS NULL AND revoked_at IS NULL
          DO UPDATE SET name = excluded.name, cohort_id = excluded.cohort_id, token_sha256 = excluded.token_sha256,
            invited_by = excluded.invited_by, invited_at = excluded.invited_at, expires_at = excluded.expires_at
          WHERE i.expires_at <= ${at} RETURNING id`,
    );
    if (!row)
      throw refuse(
        "conflict",
        "academy.invited_already",
        "Somebody with this address is invited already. Send that invitation again, or take it back.",
        { issues: [{ path: "email", message: "Is invited already" }] },
      );
    await mailInvitation(context, { ...input, courseTitle: course.title }, token);
    return { invitationId: row.id, expiresAt };
  },
});
