import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Certificates and badges; that there was one stays, and nobody's name on it. */
export const certificateData: PersonalDataSource = {
  table: "academy.certificate",
  what: "Certificates and badges: name, course, dates, number, standing",
  basis:
    "Proves what the person learned; without the name it still shows whoever checks the number that it was given",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT serial, version, status, holder_name, course_title, title, statement, curriculum_number, completed_on,
            issued_at, valid_until, shows_name, credential, pdf_file_id
          FROM academy.certificate WHERE person_id = ${personId} ORDER BY issued_at, version`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`WITH gone AS (
            UPDATE academy.certificate SET holder_name = '', credential = NULL, erased_at = now()
            WHERE person_id = ${personId} AND erased_at IS NULL RETURNING pdf_file_id)
          DELETE FROM kernel.file WHERE id IN (SELECT pdf_file_id FROM gone)`,
    );
    await db.execute(sql`UPDATE academy.certificate SET pdf_file_id = NULL WHERE person_id = ${personId}`);
  },
};

/** Who decided what of a certificate, and why. */
export const certificateStatusData: PersonalDataSource = {
  table: "academy.certificate_status",
  what: "When a certificate of the person was issued, suspended or revoked, and the reason staff gave",
  basis: "Shows why a certificate counts or does not; names nobody but the staff who decided",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT c.serial, s.at, s.status, s.reason FROM academy.certificate_status s
          JOIN academy.certificate c ON c.id = s.certificate_id WHERE c.person_id = ${personId} ORDER BY s.at, s.seq`,
    ),
  erase: async () => {},
};
