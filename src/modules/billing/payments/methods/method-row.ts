import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A saved payment method, as it is stored. */
export interface MethodRow {
  id: string;
  account_id: string;
  provider: string;
  provider_customer: string | null;
  provider_ref: string;
  label: string;
  expires_on: string | null;
  is_default: boolean;
  created_at: string;
  removed_at: string | null;
}

/** Columns of `MethodRow`, of a table called m. */
export const METHOD_COLUMNS = sql`m.id, m.account_id, m.provider, m.provider_customer, m.provider_ref, m.label,
  m.expires_on, m.is_default, m.created_at, m.removed_at`;

export const findMethod = (db: Db, paymentMethodId: string): Promise<MethodRow | undefined> =>
  firstRow(db, sql`SELECT ${METHOD_COLUMNS} FROM billing.payment_method m WHERE m.id = ${paymentMethodId}`);

const methodUnknown = () =>
  refuse("not_found", "billing.method_unknown", "This payment method is not saved any more.");

/** Serialises what decides an account's default method: there is no row to lock before the first. */
export async function lockMethods(tx: Tx, accountId: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('billing.methods:' || ${accountId}, 0))`,
  );
}

/**
 * Locks a method that may be charged, and with it which of its account's is the default: first all, then the one, or two
 * who choose at once wait for each other. Errors: `billing.method_unknown`.
 */
export async function lockMethod(tx: Tx, paymentMethodId: string): Promise<MethodRow> {
  const known = await findMethod(tx, paymentMethodId);
  if (!known) throw methodUnknown();
  await lockMethods(tx, known.account_id);
  const row = await firstRow<MethodRow>(
    tx,
    sql`SELECT ${METHOD_COLUMNS} FROM billing.payment_method m
        WHERE m.id = ${paymentMethodId} AND m.removed_at IS NULL FOR UPDATE`,
  );
  if (!row) throw methodUnknown();
  return row;
}

/** The method an account's renewals are charged to, if it has one. */
export const findDefaultMethod = (db: Db, accountId: string): Promise<MethodRow | undefined> =>
  firstRow(
    db,
    sql`SELECT ${METHOD_COLUMNS} FROM billing.payment_method m
        WHERE m.account_id = ${accountId} AND m.is_default AND m.removed_at IS NULL`,
  );
