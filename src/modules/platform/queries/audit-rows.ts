import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows } from "#kernel/db/sql.ts";
import type { AuditEntry, AuditFilter } from "#modules/platform/contract.ts";
import { isoInstant } from "#modules/platform/paging.ts";

type Filter = z.output<typeof AuditFilter>;

interface AuditListRow {
  seq: number;
  at: string;
  actor_kind: z.output<typeof AuditEntry>["actorKind"];
  actor_id: string | null;
  actor_name: string | null;
  token_id: string | null;
  operation: string;
  subjects: Record<string, string>;
  surface: string;
  outcome: string;
  request_id: string;
  position: number | null;
}

/** In UTC: PostgreSQL does not take every offset that ISO 8601 allows. */
const instantOf = (given: string): string => Temporal.Instant.from(given).toString();

const conditions = ({ actorId, operation, subjectId, from, to }: Filter) =>
  sql.join(
    [
      sql`true`,
      ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
      ...(operation ? [sql`e.operation = ${operation}`] : []),
      ...(subjectId
        ? [sql`jsonb_path_query_array(e.subjects, '$.*') @> jsonb_build_array(${subjectId}::text)`]
        : []),
      ...(from ? [sql`e.at >= ${instantOf(from)}`] : []),
      ...(to ? [sql`e.at < ${instantOf(to)}`] : []),
    ],
    sql` AND `,
  );

/** Entries that fit the filter, newest first, below `before` (a seq). */
export async function findAudit(
  db: Db,
  filter: Filter,
  page: { before?: string; limit: number },
): Promise<Omit<z.output<typeof AuditEntry>, "title">[]> {
  const found = await rows<AuditListRow>(
    db,
    sql`SELECT e.seq, e.at, e.actor_kind, e.actor_id, p.name AS actor_name, e.token_id, e.operation, e.subjects, e.surface, e.outcome,
               e.request_id, s.position
        FROM kernel.audit_entry AS e LEFT JOIN kernel.audit_seal AS s ON s.entry_seq = e.seq
             LEFT JOIN auth.person AS p ON p.id::text = e.actor_id
        WHERE ${conditions(filter)} AND ${page.before ? sql`e.seq < ${Number(page.before)}` : sql`true`}
        ORDER BY e.seq DESC LIMIT ${page.limit}`,
  );
  return found.map((row) => ({
    seq: row.seq,
    at: isoInstant(row.at),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    tokenId: row.token_id,
    operation: row.operation,
    subjects: row.subjects,
    surface: row.surface,
    outcome: row.outcome,
    requestId: row.request_id,
    position: row.position,
  }));
}
