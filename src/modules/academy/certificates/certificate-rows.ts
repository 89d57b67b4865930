import { sql } from "#kernel/db/sql.ts";
import { CERTIFICATE, type CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import { presentFacts } from "#modules/academy/certificates/present-facts.ts";
import type { CertificateRow } from "#modules/academy/contract/certificates.ts";

/** A certificate as staff see it in a list. */
export type CertificateListRow = CertificateFacts & { email: string | null };

/** Columns and tables of certificates for staff. */
export const LISTED = sql`${CERTIFICATE}, p.email FROM academy.certificate c LEFT JOIN auth.person p ON p.id = c.person_id`;

/** One of them. */
export const presentRow = (row: CertificateListRow, now: Temporal.Instant): CertificateRow => ({
  certificateId: row.id,
  enrollmentId: row.enrollment_id,
  ...presentFacts(row, now),
  holderName: row.holder_name,
  email: row.erased_at === null ? row.email : null,
});
