import type { CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import { showSerial } from "#modules/academy/rules/certificates/serial.ts";
import { standingOf } from "#modules/academy/rules/certificates/standing.ts";

/** What every view of a certificate shows. */
export function presentFacts(row: CertificateFacts, now: Temporal.Instant) {
  const validUntil = row.valid_until === null ? null : Temporal.Instant.from(row.valid_until);
  const changedAt = Temporal.Instant.from(row.changed_at);
  const { standing, since } = standingOf({ status: row.status, changedAt, validUntil }, now);
  return {
    serial: showSerial(row.serial),
    version: row.version,
    standing,
    since: since.toString(),
    title: row.title,
    statement: row.statement,
    courseTitle: row.course_title,
    courseSlug: row.course_slug,
    language: row.language,
    curriculumNumber: row.curriculum_number,
    lessons: row.lessons,
    minutes: row.minutes,
    issuerName: row.issuer_name,
    completedOn: row.completed_on,
    issuedAt: Temporal.Instant.from(row.issued_at).toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}

/** Where the badge is downloaded, as JSON; with `.png` or `.svg` behind it as an image that holds it. */
export const badgeHref = (row: Pick<CertificateFacts, "serial" | "has_badge">): string | null =>
  row.has_badge ? `/badges/credentials/${row.serial}` : null;

/** Where the PDF is downloaded by who may. */
export const pdfHref = (row: Pick<CertificateFacts, "pdf_file_id">): string | null =>
  row.pdf_file_id && `/files/${row.pdf_file_id}`;
