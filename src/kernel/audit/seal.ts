import { AUDIT_COLUMNS, type AuditRow, chainHash, GENESIS } from "#kernel/audit/digest.ts";
import { commitHorizon } from "#kernel/db/commit-horizon.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";

const BATCH = 1000;
// One sealer at a time, in all processes.
const SEAL_LOCK = 7_265_002;

/** The newest link of the chain. */
export interface AuditHead {
  position: number;
  hash: string;
}

interface SealRow extends AuditHead {
  entry_xid: string;
  entry_seq: number;
}

const lastSeal = (db: Db) =>
  firstRow<SealRow>(
    db,
    sql`SELECT position, hash, entry_xid::text, entry_seq FROM kernel.audit_seal ORDER BY position DESC LIMIT 1`,
  );

/** Entries after the last seal that no running transaction can still push in between. */
async function settledAfter(tx: Tx, last: SealRow | undefined): Promise<AuditRow[]> {
  const horizon = await commitHorizon(tx);
  return rows<AuditRow>(
    tx,
    sql`SELECT ${AUDIT_COLUMNS} FROM kernel.audit_entry AS e
        WHERE (e.xid, e.seq) > (${last?.entry_xid ?? "0"}::xid8, ${last?.entry_seq ?? 0})
          AND e.xid < ${horizon}::xid8
        ORDER BY e.xid, e.seq LIMIT ${BATCH}`,
  );
}

function link(entries: readonly AuditRow[], last: AuditHead | undefined) {
  let { position, hash } = last ?? { position: 0, hash: GENESIS };
  return entries.map((entry) => {
    position += 1;
    hash = chainHash(hash, position, entry);
    return { position, hash, entry_seq: entry.seq, entry_xid: entry.xid };
  });
}

/** Seals up to one batch in its own transaction; returns how many, and the head. */
async function sealBatch(db: Db): Promise<{ sealed: number; head: AuditHead | undefined }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${SEAL_LOCK})`);
    const last = await lastSeal(tx);
    const seals = link(await settledAfter(tx, last), last);
    if (seals.length > 0)
      await tx.execute(
        sql`INSERT INTO kernel.audit_seal (position, entry_seq, entry_xid, hash)
            SELECT position, entry_seq, entry_xid::xid8, hash
            FROM jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
              AS s(position bigint, entry_seq bigint, entry_xid text, hash text)`,
      );
    return { sealed: seals.length, head: seals.at(-1) ?? last };
  });
}

/** Links all settled audit entries into the hash chain; safe in many processes at once. */
export async function sealAudit(db: Db): Promise<{ sealed: number; head: AuditHead | undefined }> {
  let sealed = 0;
  for (;;) {
    const batch = await sealBatch(db);
    sealed += batch.sealed;
    if (batch.sealed < BATCH) return { sealed, head: batch.head };
  }
}
