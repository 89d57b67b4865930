import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A partner who is held until the end of the transaction. */
export interface LockedPartner {
  id: string;
  accountId: string | null;
}

/** Locks a partner. Errors: `billing.partner_unknown`. */
export async function lockPartner(tx: Tx, partnerId: string): Promise<LockedPartner> {
  const partner = await firstRow<LockedPartner>(
    tx,
    sql`SELECT id, account_id AS "accountId" FROM billing.partner WHERE id = ${partnerId} FOR UPDATE`,
  );
  if (!partner) throw partnerUnknown();
  return partner;
}

export const partnerUnknown = () =>
  refuse("not_found", "billing.partner_unknown", "There is no partner of this id.");
