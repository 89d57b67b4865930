import { refuse } from "#kernel/errors.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCertificate, lockCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { changeCertificateStatus } from "#modules/academy/certificates/change-status.ts";
import { readIssuing } from "#modules/academy/certificates/issue-certificate.ts";
import { writeCertificate } from "#modules/academy/certificates/write-certificate.ts";
import { ReissueCertificate, ReissuedCertificate } from "#modules/academy/contract/certificates.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/**
 * Issues a certificate anew, with the name corrected or after it was revoked. What it says of the course stays as it was;
 * the one before is superseded. Errors: `academy.certificate_unknown`, `academy.certificate_superseded`,
 * `academy.certificate_erased`.
 */
export const reissueCertificate = defineCommand({
  name: "academy.reissue_certificate",
  title: "Issue a certificate anew with a corrected name",
  http: "POST /academy/certificates/:certificateId/reissues",
  access: "academy:admin",
  confirm: true,
  input: ReissueCertificate,
  output: ReissuedCertificate,
  // The enrolment first, as where the first one is issued: two who issue at once wait for each other.
  load: async (tx, { certificateId }) => {
    const { enrollment_id } = await getCertificate(tx, certificateId);
    const enrollment = await lockEnrollment(tx, enrollment_id);
    return { enrollment, before: await lockCertificate(tx, certificateId) };
  },
  run: async (context, { enrollment, before }) => {
    const { tx, input, now } = context;
    const newest = await firstRow<{ version: number }>(
      tx,
      sql`SELECT max(version) AS version FROM academy.certificate WHERE enrollment_id = ${enrollment.id}`,
    );
    if (before.status === "superseded" || before.version !== newest?.version)
      throw refuse("conflict", "academy.certificate_superseded", "There is a newer one. Reissue that.");
    if (before.erased_at !== null)
      throw refuse(
        "gone",
        "academy.certificate_erased",
        "The student asked to be erased; nothing is issued anew.",
      );
    if (before.status !== "revoked")
      await changeCertificateStatus(context, before, { status: "superseded", reason: input.reason });
    const version = before.version + 1;
    const certificateId = await writeCertificate(context, {
      ...(await readIssuing(tx, { zone: enrollment.zone, now })),
      enrollmentId: enrollment.id,
      accountId: enrollment.account_id,
      personId: enrollment.person_id,
      courseId: before.course_id,
      courseSlug: before.course_slug,
      courseTitle: before.course_title,
      title: before.title,
      statement: before.statement,
      language: before.language,
      outcomes: before.outcomes,
      curriculumNumber: before.curriculum_number,
      lessons: before.lessons,
      minutes: before.minutes,
      completedOn: before.completed_on,
      holderName: input.holderName,
      version,
      showsName: before.shows_name,
      reason: input.reason,
    });
    return { certificateId, version };
  },
});
