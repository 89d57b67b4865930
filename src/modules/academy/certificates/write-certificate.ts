import { randomBytes } from "node:crypto";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { noteCertificateStatus } from "#modules/academy/certificates/change-status.ts";
import type { CourseSnapshot } from "#modules/academy/certificates/snapshot-course.ts";
import { takeStatusPlace } from "#modules/academy/certificates/take-status-place.ts";
import { CertificateIssued } from "#modules/academy/events/certificates.ts";
import { prepareCertificateJob } from "#modules/academy/jobs/prepare-certificate.ts";
import { makeSerial, SERIAL_BYTES } from "#modules/academy/rules/certificates/serial.ts";

/** Everything a new certificate says. */
export interface NewCertificate extends CourseSnapshot {
  enrollmentId: string;
  accountId: string;
  personId: string;
  courseId: string;
  version: number;
  issuerName: string;
  signatory: { name: string; role: string } | null;
  validUntil: Temporal.Instant | null;
  showsName: boolean;
  /** Why there is one: for its history. */
  reason: string;
}

async function insert(ctx: AcademyContext, made: NewCertificate): Promise<{ id: string } | undefined> {
  const place = await takeStatusPlace(ctx);
  return firstRow<{ id: string }>(
    ctx.tx,
    sql`INSERT INTO academy.certificate (id, enrollment_id, account_id, person_id, course_id, version, serial, status,
          holder_name, course_slug, course_title, title, statement, language, curriculum_number, lessons, minutes,
          outcomes, issuer_name, signatory, completed_on, issued_at, valid_until, shows_name, status_list, status_index,
          changed_at)
        VALUES (${newId()}, ${made.enrollmentId}, ${made.accountId}, ${made.personId}, ${made.courseId},
          ${made.version}, ${makeSerial(randomBytes(SERIAL_BYTES))}, 'valid', ${made.holderName}, ${made.courseSlug},
          ${made.courseTitle}, ${made.title}, ${made.statement}, ${made.language}, ${made.curriculumNumber},
          ${made.lessons}, ${made.minutes}, ${sql.param(made.outcomes)}, ${made.issuerName},
          ${made.signatory && JSON.stringify(made.signatory)}, ${made.completedOn}, ${ctx.now.toString()},
          ${made.validUntil?.toString() ?? null}, ${made.showsName}, ${place.list}, ${place.index},
          ${ctx.now.toString()})
        RETURNING id`,
  );
}

/** Writes a certificate, tells it, and has its files made and mailed after the commit. Gives its id. */
export async function writeCertificate(ctx: AcademyContext, made: NewCertificate): Promise<string> {
  const row = await insert(ctx, made);
  if (!row) throw new Error("A certificate was not written");
  const { accountId, enrollmentId, courseId, personId, version, courseTitle } = made;
  await noteCertificateStatus(
    ctx,
    { id: row.id, account_id: accountId },
    { status: "valid", reason: made.reason },
  );
  await ctx.emit(CertificateIssued, {
    accountId,
    certificateId: row.id,
    enrollmentId,
    courseId,
    personId,
    version,
    courseTitle,
  });
  await ctx.enqueue(prepareCertificateJob, { certificateId: row.id });
  return row.id;
}
