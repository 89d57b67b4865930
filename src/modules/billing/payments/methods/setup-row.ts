import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A customer on the way to saving a method. */
export interface SetupRow {
  id: string;
  account_id: string;
  status: "created" | "requires_action" | "succeeded" | "failed";
  action_url: string | null;
}

/** Reads a setup. Errors: `billing.method_setup_unknown`. */
export async function getSetup(db: Db, setupId: string): Promise<SetupRow> {
  const row = await firstRow<SetupRow>(
    db,
    sql`SELECT id, account_id, status, action_url FROM billing.method_setup WHERE id = ${setupId}`,
  );
  if (row) return row;
  throw refuse("not_found", "billing.method_setup_unknown", "Nothing is being saved under this address.");
}
