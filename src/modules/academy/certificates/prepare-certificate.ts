import { publicUrl } from "#kernel/config.ts";
import { localDate } from "#kernel/clock.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import {
  type JsonDocument,
  runBadgeJob,
  wholeSeconds,
} from "#modules/academy/certificates/badges/badge-job.ts";
import { signingKey } from "#modules/academy/certificates/badges/badge-keys.ts";
import { identityObject } from "#modules/academy/certificates/badges/identity-object.ts";
import { type CertificateFacts, getCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { readCertificateSettings } from "#modules/academy/certificates/certificate-settings.ts";
import { readCompanyBrand } from "#modules/academy/certificates/company-brand.ts";
import { mailCertificate } from "#modules/academy/certificates/mail-certificate.ts";
import { renderCertificate } from "#modules/academy/certificates/render-certificate.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";
import { writeCredential } from "#modules/academy/rules/badges/write-credential.ts";
import { showSerial } from "#modules/academy/rules/certificates/serial.ts";

const MAX_BYTES = 5_000_000;

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function signBadge(house: JobContext, certificate: CertificateFacts, email: string) {
  const url = publicUrl(house.config);
  const issuer = issuerOf(url);
  const brand = await readCompanyBrand(house.db);
  const { identifier } = await readCertificateSettings(house.db);
  const credential = writeCredential({
    url,
    issuer: { id: issuer, name: certificate.issuer_name, email: brand.email },
    serial: certificate.serial,
    courseId: certificate.course_id,
    courseSlug: certificate.course_slug,
    courseTitle: certificate.course_title,
    title: certificate.title,
    statement: certificate.statement,
    outcomes: certificate.outcomes,
    lessons: certificate.lessons,
    completedOn: certificate.completed_on,
    validFrom: wholeSeconds(Temporal.Instant.from(certificate.issued_at)),
    validUntil: certificate.valid_until && wholeSeconds(Temporal.Instant.from(certificate.valid_until)),
    identity: identityObject(email, identifier),
    status: { list: certificate.status_list, index: certificate.status_index },
  });
  const pair = await signingKey(house, issuer);
  return runBadgeJob<JsonDocument>(house.aside, {
    kind: "sign",
    credential,
    pair,
    at: wholeSeconds(Temporal.Instant.from(certificate.issued_at)),
  });
}

async function renderPdf(
  house: JobContext,
  certificate: CertificateFacts,
  zone: string,
): Promise<Uint8Array> {
  const { colour } = await readCompanyBrand(house.db);
  const issuedAt = Temporal.Instant.from(certificate.issued_at);
  const { content } = await renderCertificate(
    house.pdf,
    {
      serial: certificate.serial,
      holderName: certificate.holder_name,
      courseTitle: certificate.course_title,
      title: certificate.title,
      statement: certificate.statement,
      language: certificate.language,
      curriculumNumber: certificate.curriculum_number,
      lessons: certificate.lessons,
      minutes: certificate.minutes,
      outcomes: certificate.outcomes,
      issuerName: certificate.issuer_name,
      signatory: certificate.signatory,
      completedOn: certificate.completed_on,
      issuedOn: localDate(issuedAt, zone).toString(),
      validUntilOn:
        certificate.valid_until && localDate(Temporal.Instant.from(certificate.valid_until), zone).toString(),
    },
    {
      colour,
      checkUrl: `${publicUrl(house.config)}/certificates/${showSerial(certificate.serial)}`,
      createdAt: issuedAt,
    },
  );
  return content;
}

/** Keeps what was made, unless somebody else was first; who asked to be erased meanwhile gets nothing kept. */
async function keep(
  house: JobContext,
  certificate: CertificateFacts,
  made: { badge: JsonDocument; pdf: Uint8Array },
) {
  await house.db.transaction(async (tx) => {
    const file = await saveFile(tx, house.files, {
      content: once(made.pdf),
      name: `certificate-${showSerial(certificate.serial)}.pdf`,
      mediaType: "application/pdf",
      maxBytes: MAX_BYTES,
      now: house.now,
      createdBy: null,
    });
    const kept = await firstRow(
      tx,
      sql`UPDATE academy.certificate SET credential = ${JSON.stringify(made.badge)}, pdf_file_id = ${file.fileId},
            made_at = ${house.now.toString()}
          WHERE id = ${certificate.id} AND made_at IS NULL AND erased_at IS NULL RETURNING id`,
    );
    if (!kept) await tx.execute(sql`DELETE FROM kernel.file WHERE id = ${file.fileId}`);
  });
}

/**
 * Makes the badge and the PDF of a certificate and keeps them, once; then mails them, once. Safe to run again.
 * Errors: `academy.certificate_unknown`, those of making PDFs and badges.
 */
export async function prepareCertificate(house: JobContext, certificateId: string): Promise<void> {
  const certificate = await getCertificate(house.db, certificateId);
  const student = await firstRow<{ email: string; zone: string }>(
    house.db,
    sql`SELECT p.email, e.zone FROM academy.certificate c JOIN auth.person p ON p.id = c.person_id
          JOIN academy.enrollment e ON e.id = c.enrollment_id WHERE c.id = ${certificateId}`,
  );
  if (!student || certificate.erased_at !== null) return;
  if (certificate.made_at === null) {
    const badge = await signBadge(house, certificate, student.email);
    await keep(house, certificate, { badge, pdf: await renderPdf(house, certificate, student.zone) });
  }
  await mailCertificate(house, certificateId);
}
