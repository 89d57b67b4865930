import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { RevenueKind } from "#modules/billing/rules/types.ts";

/** A line of an invoice to write without a sale behind it. Tax is in minor units of jurisdiction DE. */
export interface BookLine {
  netMinor: number;
  taxMinor?: number;
  revenue?: RevenueKind;
  period?: readonly [string, string];
  earnedDays?: number;
  corrects?: number;
}

export interface BookInvoice {
  accountId?: string;
  kind?: "invoice" | "credit_note";
  corrects?: string;
  sourceKind?: string;
  currency?: string;
  on?: string;
  lines: readonly BookLine[];
}

async function nextNumber(db: Db, series: string): Promise<number> {
  const row = await firstRow<{ number: number }>(
    db,
    sql`INSERT INTO billing.invoice_series (key, prefix, next_number) VALUES (${series}, ${`${series}-`}, 2)
        ON CONFLICT (key) DO UPDATE SET next_number = invoice_series.next_number + 1
        RETURNING next_number - 1 AS number`,
  );
  return row?.number ?? 0;
}

const sum = (lines: readonly BookLine[], of: (line: BookLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0);

async function insertLines(db: Db, id: string, accountId: string, lines: readonly BookLine[]): Promise<void> {
  for (const [index, line] of lines.entries())
    await db.execute(
      sql`INSERT INTO billing.invoice_line (invoice_id, account_id, position, description, quantity, discount_minor,
            net_minor, tax_minor, tax_jurisdiction, tax_code, tax_rate_ppm, tax_category, period_starts_on,
            period_ends_on, revenue, earned_days, corrects_position)
          VALUES (${id}, ${accountId}, ${index + 1}, 'Line', 1, 0, ${line.netMinor}, ${line.taxMinor ?? 0}, 'DE', 'S',
            ${line.taxMinor ? 200_000 : 0}, 'digital_service', ${line.period?.[0] ?? null}, ${line.period?.[1] ?? null},
            ${line.revenue ?? "subscription"}, ${line.earnedDays ?? null}, ${line.corrects ?? null})`,
    );
}

/** An issued invoice or credit note as it stands in the database; nothing is booked. `on` is the day of issue. */
export async function insertInvoice(db: Db, given: BookInvoice) {
  const { kind = "invoice", lines, on = "2027-01-04" } = given;
  const id = newId();
  const accountId = given.accountId ?? newId();
  const number = await nextNumber(db, kind);
  const [net, tax] = [sum(lines, (line) => line.netMinor), sum(lines, (line) => line.taxMinor ?? 0)];
  await db.execute(
    sql`INSERT INTO billing.invoice (id, account_id, kind, source_key, source_kind, corrects_invoice_id, series, number,
          full_number, status, currency, net_minor, tax_minor, total_minor, issued_at, issued_on, due_on, locale, seller,
          customer, created_at)
        VALUES (${id}, ${accountId}, ${kind}, ${`test:${id}`}, ${given.sourceKind ?? "renewal"}, ${given.corrects ?? null},
          ${kind}, ${number}, ${`${kind}-${number}`}, ${kind === "invoice" ? "open" : "paid"}, ${given.currency ?? "USD"},
          ${net}, ${tax}, ${net + tax}, ${`${on}T09:00:00Z`}, ${on}, ${on}, 'en-GB', '{}', '{}', ${`${on}T09:00:00Z`})`,
  );
  await insertLines(db, id, accountId, lines);
  await db.execute(
    sql`INSERT INTO billing.invoice_tax (invoice_id, account_id, jurisdiction, code, rate_ppm, net_minor, tax_minor)
        SELECT invoice_id, account_id, tax_jurisdiction, tax_code, tax_rate_ppm, sum(net_minor), sum(tax_minor)
        FROM billing.invoice_line WHERE invoice_id = ${id} GROUP BY 1, 2, 3, 4, 5`,
  );
  return { id, accountId, totalMinor: net + tax };
}

/** Money on an invoice: the payment, its allocation, and credit for what is over; nothing is booked. */
export async function insertPayment(
  db: Db,
  given: {
    accountId: string;
    invoiceId: string;
    amountMinor: number;
    allocatedMinor?: number;
    feeMinor?: number;
    provider?: string;
    currency?: string;
    at?: string;
  },
): Promise<string> {
  const { accountId, invoiceId, amountMinor, allocatedMinor = amountMinor, currency = "USD" } = given;
  const id = newId();
  const at = given.at ?? "2027-01-05T10:00:00Z";
  await db.execute(
    sql`INSERT INTO billing.payment (id, account_id, provider, provider_ref, currency, amount_minor, fee_minor, received_at,
          created_at)
        VALUES (${id}, ${accountId}, ${given.provider ?? "bank_transfer"}, ${id}, ${currency}, ${amountMinor},
          ${given.feeMinor ?? 0}, ${at}, ${at})`,
  );
  await db.execute(
    sql`INSERT INTO billing.allocation (id, account_id, invoice_id, payment_id, source, amount_minor, allocated_at)
        VALUES (${newId()}, ${accountId}, ${invoiceId}, ${id}, 'payment', ${allocatedMinor}, ${at})`,
  );
  await db.execute(
    sql`UPDATE billing.invoice SET paid_minor = paid_minor + ${allocatedMinor},
          status = CASE WHEN paid_minor + ${allocatedMinor} + credited_minor = total_minor THEN 'paid' ELSE status END
        WHERE id = ${invoiceId}`,
  );
  if (allocatedMinor < amountMinor)
    await insertCredit(db, {
      accountId,
      currency,
      amountMinor: amountMinor - allocatedMinor,
      sourceKey: `payment:${id}`,
    });
  return id;
}

/** Moves a customer's credit; nothing is booked. */
export async function insertCredit(
  db: Db,
  given: { accountId: string; amountMinor: number; sourceKey: string; currency?: string },
): Promise<void> {
  await db.execute(
    sql`INSERT INTO billing.credit_entry (id, account_id, currency, amount_minor, reason, source_key, at)
        VALUES (${newId()}, ${given.accountId}, ${given.currency ?? "USD"}, ${given.amountMinor}, 'Test',
          ${given.sourceKey}, '2027-01-05T10:00:00Z')`,
  );
}
