import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ErasureRequest } from "#modules/people/contract/erasure.ts";
import { isoInstant, isoInstantOrNull } from "#modules/people/queries/iso-instant.ts";

/** Columns of `people.erasure_request r` as the contract names them. */
export const REQUEST_COLUMNS = sql`r.id AS "requestId", r.person_id AS "personId",
  CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE coalesce(r.decision, 'open') END AS status,
  r.note, r.requested_at AS "requestedAt", r.decided_at AS "decidedAt", r.answer`;

/** Instants as every answer has them. */
export const toRequest = <R extends { requestedAt: string; decidedAt: string | null }>(row: R): R => ({
  ...row,
  requestedAt: isoInstant(row.requestedAt),
  decidedAt: isoInstantOrNull(row.decidedAt),
});

/** What a person asked for, newest first. */
export async function readRequests(db: Db, personId: string): Promise<z.output<typeof ErasureRequest>[]> {
  const found = await rows<z.output<typeof ErasureRequest>>(
    db,
    sql`SELECT ${REQUEST_COLUMNS} FROM people.erasure_request r
        WHERE r.person_id = ${personId} ORDER BY r.requested_at DESC, r.id DESC LIMIT 100`,
  );
  return found.map(toRequest);
}
