import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A certificate as it is kept. Instants as ISO 8601 text; `changed_at` is when its status last changed. */
export interface CertificateFacts {
  id: string;
  enrollment_id: string;
  account_id: string;
  person_id: string;
  course_id: string;
  version: number;
  serial: string;
  status: "valid" | "suspended" | "revoked" | "superseded";
  holder_name: string;
  course_slug: string;
  course_title: string;
  title: string;
  statement: string;
  language: string;
  curriculum_number: number;
  lessons: number;
  minutes: number;
  outcomes: string[];
  issuer_name: string;
  signatory: { name: string; role: string } | null;
  completed_on: string;
  issued_at: string;
  valid_until: string | null;
  shows_name: boolean;
  status_list: number;
  status_index: number;
  pdf_file_id: string | null;
  has_badge: boolean;
  made_at: string | null;
  erased_at: string | null;
  changed_at: string;
}

/** Columns of a certificate `c` with its last change. */
export const CERTIFICATE = sql`c.id, c.enrollment_id, c.account_id, c.person_id, c.course_id, c.version, c.serial, c.status,
  c.holder_name, c.course_slug, c.course_title, c.title, c.statement, c.language, c.curriculum_number, c.lessons,
  c.minutes, to_jsonb(c.outcomes) AS outcomes, c.issuer_name, c.signatory, c.completed_on::text AS completed_on,
  to_jsonb(c.issued_at) AS issued_at, to_jsonb(c.valid_until) AS valid_until, c.shows_name, c.status_list,
  c.status_index, c.pdf_file_id, c.credential IS NOT NULL AS has_badge, to_jsonb(c.made_at) AS made_at,
  to_jsonb(c.erased_at) AS erased_at, to_jsonb(c.changed_at) AS changed_at`;

const unknown = () => refuse("not_found", "academy.certificate_unknown", "There is no such certificate.");

/** Reads a certificate. Errors: `academy.certificate_unknown`. */
export async function getCertificate(db: Db, certificateId: string, lock = sql``): Promise<CertificateFacts> {
  const found = await firstRow<CertificateFacts>(
    db,
    sql`SELECT ${CERTIFICATE} FROM academy.certificate c WHERE c.id = ${certificateId} ${lock}`,
  );
  if (!found) throw unknown();
  return found;
}

/** Locks a certificate. Errors: `academy.certificate_unknown`. */
export const lockCertificate = (db: Db, certificateId: string): Promise<CertificateFacts> =>
  getCertificate(db, certificateId, sql`FOR NO KEY UPDATE OF c`);

/** By its number as it is kept. Errors: `academy.certificate_unknown`. */
export async function getCertificateBySerial(db: Db, serial: string): Promise<CertificateFacts> {
  const found = await firstRow<CertificateFacts>(
    db,
    sql`SELECT ${CERTIFICATE} FROM academy.certificate c WHERE c.serial = ${serial}`,
  );
  if (!found) throw unknown();
  return found;
}
