import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { readCertificateSettings } from "#modules/academy/certificates/certificate-settings.ts";
import { readCompanyBrand } from "#modules/academy/certificates/company-brand.ts";
import { snapshotCourse } from "#modules/academy/certificates/snapshot-course.ts";
import { writeCertificate } from "#modules/academy/certificates/write-certificate.ts";
import { type EnrollmentRow, lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Who issues, who signs, and until when it holds, as set today. */
export async function readIssuing(db: Db, { zone, now }: { zone: string; now: Temporal.Instant }) {
  const settings = await readCertificateSettings(db);
  const { name } = await readCompanyBrand(db);
  const { signatoryName, signatoryRole, validMonths } = settings;
  return {
    issuerName: name,
    signatory: signatoryName ? { name: signatoryName, role: signatoryRole } : null,
    validUntil:
      validMonths === null ? null : now.toZonedDateTimeISO(zone).add({ months: validMonths }).toInstant(),
  };
}

const isCompleted = (enrollment: EnrollmentRow): enrollment is EnrollmentRow & { completed_at: string } =>
  enrollment.completed_at !== null;

/**
 * Gives a student who completed a course its certificate, once however often it is asked. Undefined when the course is not
 * completed, gives none, or the student is known no more. Errors: `academy.enrollment_unknown`.
 */
export async function issueCertificate(
  ctx: AcademyContext,
  enrollmentId: string,
): Promise<{ certificateId: string; isNew: boolean } | undefined> {
  const enrollment = await lockEnrollment(ctx.tx, enrollmentId);
  const known = await firstRow<{ id: string }>(
    ctx.tx,
    sql`SELECT id FROM academy.certificate WHERE enrollment_id = ${enrollmentId} ORDER BY version DESC LIMIT 1`,
  );
  if (known) return { certificateId: known.id, isNew: false };
  if (!isCompleted(enrollment)) return undefined;
  const snapshot = await snapshotCourse(ctx.tx, enrollment);
  if (!snapshot) return undefined;
  const certificateId = await writeCertificate(ctx, {
    ...snapshot,
    ...(await readIssuing(ctx.tx, { zone: enrollment.zone, now: ctx.now })),
    enrollmentId,
    accountId: enrollment.account_id,
    personId: enrollment.person_id,
    courseId: enrollment.course_id,
    version: 1,
    showsName: true,
    reason: "The course was completed.",
  });
  return { certificateId, isNew: true };
}
