import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCertificateBySerial } from "#modules/academy/certificates/certificate-row.ts";
import { presentFacts } from "#modules/academy/certificates/present-facts.ts";
import { CertificateSerial, PublicCertificate } from "#modules/academy/contract/certificates.ts";
import { readSerial, showSerial } from "#modules/academy/rules/certificates/serial.ts";

/** The number as it is kept. Errors: `academy.serial_mistyped`, `academy.certificate_unknown`. */
function demandSerial(text: string): string {
  const read = readSerial(text);
  if (read === "mistyped")
    throw refuse(
      "not_found",
      "academy.serial_mistyped",
      "This number has a typing mistake: its last sign does not fit the others. Look at it once more.",
    );
  if (read === "no_serial")
    throw refuse(
      "not_found",
      "academy.certificate_unknown",
      "There is no certificate with this number. It has 16 letters and digits.",
    );
  return read.serial;
}

/**
 * What anybody who has the number of a certificate may know: whether it counts and since when, of which course, and the
 * name where its student allows that. Errors: `academy.serial_mistyped`, `academy.certificate_unknown`.
 */
export const getPublicCertificate = defineQuery({
  name: "academy.get_certificate",
  title: "Check a certificate by its number",
  http: "GET /public/certificates/:serial",
  access: "public",
  input: CertificateSerial,
  output: PublicCertificate,
  run: async ({ db, input, now }) => {
    const row = await getCertificateBySerial(db, demandSerial(input.serial));
    const next = await firstRow<{ serial: string }>(
      db,
      sql`SELECT serial FROM academy.certificate
          WHERE enrollment_id = ${row.enrollment_id} AND version > ${row.version} ORDER BY version DESC LIMIT 1`,
    );
    const isErased = row.erased_at !== null;
    return {
      ...presentFacts(row, now),
      holderName: isErased || !row.shows_name ? null : row.holder_name,
      isErased,
      replacedBy: next ? showSerial(next.serial) : null,
      hasBadge: row.has_badge,
    };
  },
});
