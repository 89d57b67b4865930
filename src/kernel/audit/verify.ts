import { AUDIT_COLUMNS, type AuditRow, chainHash, GENESIS } from "#kernel/audit/digest.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";

const PAGE = 5000;

/** What became of the chain. Cutting off its newest end can only be seen by comparing `head` with one kept elsewhere. */
export interface AuditVerdict {
  ok: boolean;
  /** Sealed entries that were read. */
  entries: number;
  /** Hash of the newest sealed entry; null when nothing is sealed. */
  head: string | null;
  /** Position in the chain from which on it cannot be believed, and why. */
  firstBroken?: { position: number; reason: string };
}

interface ChainRow extends AuditRow {
  position: number;
  hash: string;
}

const pageAfter = (db: Db, position: number) =>
  rows<ChainRow>(
    db,
    sql`SELECT s.position, s.hash, ${AUDIT_COLUMNS}
        FROM kernel.audit_seal AS s LEFT JOIN kernel.audit_entry AS e ON e.seq = s.entry_seq
        WHERE s.position > ${position} ORDER BY s.position LIMIT ${PAGE}`,
  );

function faultOf(row: ChainRow, previous: { position: number; hash: string }): string | undefined {
  if (row.position !== previous.position + 1) return "An entry is missing.";
  if (row.seq === null) return "The entry is missing.";
  if (row.hash !== chainHash(previous.hash, row.position, row)) return "The entry was changed or moved.";
  return undefined;
}

/** An entry that slipped in before the head without a seal was not there when its neighbours were sealed. */
const slippedIn = (db: Db) =>
  firstRow<{ position: number }>(
    db,
    sql`SELECT coalesce((SELECT max(s.position) FROM kernel.audit_seal AS s
                         WHERE (s.entry_xid, s.entry_seq) < (e.xid, e.seq)), 0) + 1 AS position
        FROM kernel.audit_entry AS e
        WHERE NOT EXISTS (SELECT FROM kernel.audit_seal AS s WHERE s.entry_seq = e.seq)
          AND (e.xid, e.seq) < (SELECT entry_xid, entry_seq FROM kernel.audit_seal ORDER BY position DESC LIMIT 1)
        ORDER BY e.xid, e.seq LIMIT 1`,
  );

/** Reads the whole chain again and says whether any sealed entry was changed, removed, moved or slipped in. */
export async function verifyAuditChain(db: Db): Promise<AuditVerdict> {
  let last = { position: 0, hash: GENESIS };
  for (;;) {
    const page = await pageAfter(db, last.position);
    for (const row of page) {
      const reason = faultOf(row, last);
      if (reason)
        return {
          ok: false,
          entries: last.position,
          head: last.hash,
          firstBroken: { position: last.position + 1, reason },
        };
      last = row;
    }
    if (page.length < PAGE) break;
  }
  const head = last.position > 0 ? last.hash : null;
  const intruder = await slippedIn(db);
  if (!intruder) return { ok: true, entries: last.position, head };
  const { position } = intruder;
  const firstBroken = { position, reason: "An entry was added later." };
  return { ok: false, entries: last.position, head, firstBroken };
}
