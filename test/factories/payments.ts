import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { jobContext } from "#kernel/jobs/worker.ts";
import { bookInvoice } from "#modules/billing/ledger/book-invoice.ts";
import type { AttemptFlow } from "#modules/billing/payments/attempts/attempt-row.ts";
import { startAttempt } from "#modules/billing/payments/attempts/start-attempt.ts";
import { type PaymentHouse, paymentHouse } from "#modules/billing/payments/payment-house.ts";
import { insertInvoice } from "#test/factories/billing-books.ts";
import type { TestApp } from "#test/harness.ts";

/** The house as a payment job has it, now. */
export const paymentsOf = (house: TestApp): PaymentHouse =>
  paymentHouse(
    jobContext(house.app, house.clock, "test.payments", new AbortController().signal),
    "test.payments",
  );

/** An issued and booked invoice of an account, open to pay. */
export async function openInvoice(
  house: TestApp,
  given: { amountMinor: number; currency?: string; accountId?: string },
): Promise<{ invoiceId: string; accountId: string }> {
  const { db } = house.app.database;
  const { id, accountId } = await insertInvoice(db, {
    accountId: given.accountId,
    currency: given.currency,
    sourceKind: "manual",
    lines: [{ netMinor: given.amountMinor, revenue: "service" }],
  });
  await db.transaction((tx) => bookInvoice(tx, { invoiceId: id }));
  return { invoiceId: id, accountId };
}

/** A saved method of an account, the default. `ref` is the provider's. */
export async function savedMethod(
  house: TestApp,
  given: { accountId: string; ref: string; provider?: string; customerRef?: string },
): Promise<string> {
  const id = newId();
  await house.app.database.db.execute(
    sql`INSERT INTO billing.payment_method (id, account_id, provider, provider_customer, provider_ref, label, is_default, created_at)
        VALUES (${id}, ${given.accountId}, ${given.provider ?? "sandbox"}, ${given.customerRef ?? null}, ${given.ref}, 'Test card', true,
                ${house.clock.now().toString()})`,
  );
  return id;
}

/** Begins an attempt as billing itself does. */
export const start = (
  house: TestApp,
  plan: { invoiceId: string; provider?: string; flow?: AttemptFlow; paymentMethodId?: string },
) =>
  paymentsOf(house).transact((ctx) =>
    startAttempt(ctx, { provider: "sandbox", flow: plan.paymentMethodId ? "charge" : "checkout", ...plan }),
  );

/** How an attempt and what hangs on it stand. */
export async function standing(house: TestApp, attemptId: string) {
  const row = await firstRow<{
    status: string;
    action_url: string | null;
    failure_code: string | null;
    provider_ref: string | null;
    invoice: string;
    paid: number;
    payments: number;
  }>(
    house.app.database.db,
    sql`SELECT a.status, a.action_url, a.failure_code, a.provider_ref, i.status AS invoice, i.paid_minor AS paid,
          (SELECT count(*)::int FROM billing.payment p WHERE p.account_id = a.account_id) AS payments
        FROM billing.payment_attempt a JOIN billing.invoice i ON i.id = a.invoice_id WHERE a.id = ${attemptId}`,
  );
  if (!row) throw new Error(`There is no attempt ${attemptId}`);
  return row;
}

/** How often the sandbox took money for an attempt. */
export async function captures(house: TestApp, attemptId: string): Promise<number> {
  const found = await rows<{ captures: number }>(
    house.app.database.db,
    sql`SELECT captures FROM billing.sandbox_object WHERE subject_id = ${attemptId}`,
  );
  return found.reduce((sum, row) => sum + row.captures, 0);
}

/** Names of the events of an account, in order. */
export async function eventsOf(house: TestApp, accountId: string): Promise<string[]> {
  const found = await rows<{ name: string }>(
    house.app.database.db,
    sql`SELECT name FROM kernel.event WHERE payload->>'accountId' = ${accountId} ORDER BY seq`,
  );
  return found.map(({ name }) => name);
}
