import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { isAppError, refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ensureBuyer, findPersonId } from "#modules/people/index.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { placeInCohort } from "#modules/academy/cohorts/place-in-cohort.ts";
import { AcceptedCourseInvitation, CourseInvitationToken } from "#modules/academy/contract/invitations.ts";
import { findInvitation, type InvitationRow } from "#modules/academy/invitations/invitation-row.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/** A person with all their rights, or a token that was not narrowed: it acts on what is theirs. */
const isOneself = (actor: Actor): boolean =>
  actor.kind === "person" || (actor.kind === "token" && actor.scopes.includes("*"));

async function takenBy({ tx, actor }: AcademyContext, { email }: InvitationRow): Promise<string> {
  const personId = actorPersonId(actor);
  if (personId !== null && (await findPersonId(tx, email.toLowerCase())) === personId) return personId;
  throw refuse(
    "forbidden",
    "academy.invitation_for_another_address",
    "This invitation is for another address. Sign in with the address it was sent to, or add that to your profile.",
  );
}

/** The account of who accepts; one who has none yet gets one, with what the company has for a start. */
async function accountOf(ctx: AcademyContext, personId: string, { email, name }: InvitationRow) {
  const company = await ctx.company();
  const { accountId } = await ensureBuyer(ctx, {
    email,
    name: name || email,
    signedInPersonId: personId,
    country: new Intl.Locale(company.locale).maximize().region ?? "US",
    currency: company.currency,
    locale: company.locale,
    zone: company.zone,
  });
  return accountId;
}

/** A cohort that filled up since keeps nobody out of the course: they learn at their own pace until staff place them. */
async function place(ctx: AcademyContext, enrollmentId: string, cohortId: string | null): Promise<void> {
  if (cohortId === null) return;
  try {
    const enrollment = await lockEnrollment(ctx.tx, enrollmentId);
    await placeInCohort(ctx, enrollment, { cohortId, reason: "Invited to it" });
  } catch (error) {
    if (!isAppError(error)) throw error;
    ctx.log.warn(
      { enrollmentId, cohortId, code: error.code },
      "An invited student has no place in the cohort",
    );
  }
}

/**
 * Takes the course one was invited to; pressed twice it is taken once. Errors: `academy.invitation_over`,
 * `academy.invitation_for_another_address`, `academy.course_not_published`.
 */
export const acceptCourseInvitation = defineCommand({
  name: "academy.accept_course_invitation",
  title: "Take the course I was invited to",
  http: "POST /learn/invitation/acceptance",
  access: "signed_in",
  input: CourseInvitationToken,
  output: AcceptedCourseInvitation,
  allow: isOneself,
  run: async (context) => {
    const { tx, now, input } = context;
    const invitation = await findInvitation(tx, { token: input.token, now }, sql`FOR UPDATE`);
    const personId = await takenBy(context, invitation);
    const { slug: courseSlug } = await getCourse(tx, invitation.course_id);
    if (invitation.enrollment_id) return { enrollmentId: invitation.enrollment_id, courseSlug };
    const { enrollmentId } = await enrolStudent(context, {
      courseId: invitation.course_id,
      personId,
      accountId: await accountOf(context, personId, invitation),
      sourceKind: "invitation",
      cause: "academy.invitation_accepted",
    });
    await place(context, enrollmentId, invitation.cohort_id);
    await tx.execute(
      sql`UPDATE academy.invitation SET accepted_at = ${now.toString()}, enrollment_id = ${enrollmentId}
          WHERE id = ${invitation.id}`,
    );
    return { enrollmentId, courseSlug };
  },
});
