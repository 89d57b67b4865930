import { sql, type SQL } from "drizzle-orm";
import { sha256Hex } from "#kernel/ids.ts";

/** An audit entry as the chain covers it: every column, in the form in which it is hashed. */
export interface AuditRow {
  seq: number;
  xid: string;
  id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  token_id: string | null;
  operation: string;
  subjects: Record<string, string>;
  surface: string;
  outcome: string;
  request_id: string;
}

/** The columns of AuditRow, from `kernel.audit_entry AS e`; the instant to the microsecond, whatever the session's zone. */
export const AUDIT_COLUMNS: SQL = sql`e.seq, e.xid::text AS xid, e.id,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.actor_kind, e.actor_id, e.token_id,
  e.operation, e.subjects, e.surface, e.outcome, e.request_id`;

/** What stands before the first entry. */
export const GENESIS = "0".repeat(64);

/** SHA-256 over the hash before, the position and all columns: changing, dropping or moving an entry breaks it. */
export function chainHash(previous: string, position: number, entry: AuditRow): string {
  const subjects = Object.entries(entry.subjects).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { seq, xid, id, at, actor_kind, actor_id, token_id, operation, surface, outcome, request_id } = entry;
  const fields = [seq, xid, id, at, actor_kind, actor_id, token_id, operation, subjects, surface, outcome];
  return sha256Hex(JSON.stringify([previous, position, ...fields, request_id]));
}
