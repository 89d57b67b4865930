import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { checkTaxIds } from "#modules/billing/jobs/check-tax-ids.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { isMember } from "#modules/billing/rules/tax/territory.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";

/** So many numbers may wait for the register at once; a stranger who types in thousands keeps nobody busy. */
const MOST_WAITING = 200;

const hasFreshAnswer = async (tx: Tx, number: string, now: Temporal.Instant) =>
  (await firstRow(
    tx,
    sql`SELECT 1 FROM billing.tax_id_check WHERE number = ${number} AND result IN ('valid', 'invalid')
        AND checked_at > ${now.subtract({ hours: 24 }).toString()} LIMIT 1`,
  )) !== undefined;

const countWaiting = async (tx: Tx) =>
  (
    await firstRow<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM billing.tax_id_inquiry WHERE next_at IS NOT NULL`,
    )
  )?.n ?? 0;

/**
 * Asks for a tax id to be looked up in its register, in the background; true when it will be. Numbers that are malformed,
 * of no member state, or answered within a day are not asked for, nor any while the seller's settings do not want it.
 * `taxId` as typed; `country` of the buyer's address.
 */
export async function requestTaxIdCheck(
  { tx, now, enqueue }: Pick<CommandContext<unknown>, "tx" | "now" | "enqueue">,
  given: { taxId: string; country: string },
): Promise<boolean> {
  const { number, country, isWellFormed } = readTaxId(given.taxId, given.country);
  if (!isWellFormed || !isMember(country)) return false;
  if (!(await readSeller(tx)).viesEnabled) return false;
  if ((await hasFreshAnswer(tx, number, now)) || (await countWaiting(tx)) >= MOST_WAITING) return false;
  await tx.execute(
    sql`INSERT INTO billing.tax_id_inquiry (number, country, requested_at, next_at)
        VALUES (${number}, ${country}, ${now.toString()}, ${now.toString()})
        ON CONFLICT (number) DO UPDATE SET requested_at = excluded.requested_at, next_at = excluded.next_at, attempts = 0
        WHERE tax_id_inquiry.next_at IS NULL`,
  );
  await enqueue(checkTaxIds, {}, { singletonKey: "waiting" });
  return true;
}

/** Opens inquiries for all ids that invoices of the last three months were taxed by. */
export async function renewInquiries(
  db: Db,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<void> {
  await db.execute(
    sql`INSERT INTO billing.tax_id_inquiry (number, country, requested_at, next_at)
        SELECT DISTINCT ON (number) number, country, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
        FROM (SELECT tax_evidence #>> '{taxId,number}' AS number, tax_evidence #>> '{taxId,country}' AS country
              FROM billing.invoice
              WHERE issued_on >= ${today.subtract({ months: 3 }).toString()}
                AND tax_evidence #>> '{taxId,status}' = 'valid') AS used
        ON CONFLICT (number) DO UPDATE SET requested_at = excluded.requested_at, next_at = excluded.next_at, attempts = 0
        WHERE tax_id_inquiry.next_at IS NULL`,
  );
}
