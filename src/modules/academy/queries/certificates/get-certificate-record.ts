import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import type { CertificateFacts } from "#modules/academy/certificates/certificate-row.ts";
import {
  type CertificateListRow,
  LISTED,
  presentRow,
} from "#modules/academy/certificates/certificate-rows.ts";
import { badgeHref, pdfHref } from "#modules/academy/certificates/present-facts.ts";
import { CertificateRecord, CertificateRef } from "#modules/academy/contract/certificates.ts";
import { showSerial } from "#modules/academy/rules/certificates/serial.ts";

const readHistory = (db: Db, certificateId: string) =>
  rows<{ at: string; status: CertificateFacts["status"]; reason: string; by: string | null }>(
    db,
    sql`SELECT to_jsonb(s.at) AS at, s.status, s.reason, p.name AS by
        FROM academy.certificate_status s LEFT JOIN auth.person p ON p.id = s.by_person_id
        WHERE s.certificate_id = ${certificateId} ORDER BY s.seq DESC`,
  );

const readVersions = (db: Db, enrollmentId: string) =>
  rows<{ certificateId: string; version: number; serial: string }>(
    db,
    sql`SELECT id AS "certificateId", version, serial FROM academy.certificate
        WHERE enrollment_id = ${enrollmentId} ORDER BY version DESC`,
  );

/** Everything the house knows of a certificate, with its history. Errors: `academy.certificate_unknown`. */
export const getCertificateRecord = defineQuery({
  name: "academy.get_certificate_record",
  title: "Read a certificate and its history",
  http: "GET /academy/certificates/:certificateId",
  access: "academy:read",
  input: CertificateRef,
  output: CertificateRecord,
  run: async ({ db, input, now }) => {
    const row = await firstRow<CertificateListRow>(
      db,
      sql`SELECT ${LISTED} WHERE c.id = ${input.certificateId}`,
    );
    if (!row) throw refuse("not_found", "academy.certificate_unknown", "There is no such certificate.");
    const listed = presentRow(row, now);
    return {
      ...listed,
      accountId: row.account_id,
      personId: row.person_id,
      showsName: row.shows_name,
      pdfHref: pdfHref(row),
      badgeHref: badgeHref(row),
      publicHref: `/certificates/${listed.serial}`,
      history: (await readHistory(db, row.id)).map((entry) => ({
        ...entry,
        at: Temporal.Instant.from(entry.at).toString(),
      })),
      versions: (await readVersions(db, row.enrollment_id)).map((version) => ({
        ...version,
        serial: showSerial(version.serial),
      })),
    };
  },
});
