import { sql } from "#kernel/db/sql.ts";
import type { StaffRole } from "#kernel/actor.ts";

/** A staff member as selected by PERSON_COLUMNS from `auth.person p`. */
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  status: "invited" | "active" | "disabled";
  has_authenticator: boolean;
  joined_at: string | null;
  seen_at: string | null;
}

export const PERSON_STATUS = sql`CASE WHEN p.disabled_at IS NOT NULL THEN 'disabled'
  WHEN p.joined_at IS NULL THEN 'invited' ELSE 'active' END`;

export const PERSON_COLUMNS = sql`p.id, p.name, p.email, p.role, ${PERSON_STATUS} AS status,
  p.two_factor_enabled AS has_authenticator, p.joined_at,
  (SELECT max(coalesce(s.seen_at, s.created_at)) FROM auth.session s WHERE s.person_id = p.id) AS seen_at`;

/** A stored timestamptz, read as text, in the form every answer has. */
export const isoInstant = (text: string): string => Temporal.Instant.from(text).toString();

const orNull = (text: string | null): string | null => (text === null ? null : isoInstant(text));

/** A row as the contract shows it. */
export const toPersonSummary = (row: PersonRow) => ({
  personId: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  status: row.status,
  hasAuthenticator: row.has_authenticator,
  joinedAt: orNull(row.joined_at),
  seenAt: orNull(row.seen_at),
});
