import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { Buyer } from "#modules/billing/contract/buyer.ts";

/** A visitor on the way to an order, as stored. */
export interface CheckoutRow {
  id: string;
  price_id: string;
  quantity: number;
  buyer: Buyer | null;
  coupon_code: string | null;
  partner_code: string | null;
  client_country: string | null;
  locale: string;
  zone: string | null;
  expires_at: string;
  order_id: string | null;
}

const COLUMNS = sql`id, price_id, quantity, buyer, coupon_code, partner_code, client_country, locale, zone, expires_at,
  order_id`;

function found(row: CheckoutRow | undefined, now: Temporal.Instant): CheckoutRow {
  const isOver =
    row && !row.order_id && Temporal.Instant.compare(Temporal.Instant.from(row.expires_at), now) <= 0;
  if (!row || isOver)
    throw refuse(
      "not_found",
      "billing.checkout_unknown",
      "This checkout is over. Choose a plan again; nothing was ordered.",
    );
  return row;
}

/** Reads a checkout by the secret in its address. Errors: `billing.checkout_unknown`, also when it ran out. */
export const getCheckoutRow = async (db: Db, token: string, now: Temporal.Instant): Promise<CheckoutRow> =>
  found(
    await firstRow<CheckoutRow>(
      db,
      sql`SELECT ${COLUMNS} FROM billing.checkout WHERE token_sha256 = ${sha256Hex(token)}`,
    ),
    now,
  );

/** Locks a checkout: of two clicks the second waits, and finds the order of the first. */
export const lockCheckout = async (tx: Tx, token: string, now: Temporal.Instant): Promise<CheckoutRow> =>
  found(
    await firstRow<CheckoutRow>(
      tx,
      sql`SELECT ${COLUMNS} FROM billing.checkout WHERE token_sha256 = ${sha256Hex(token)} FOR UPDATE`,
    ),
    now,
  );
