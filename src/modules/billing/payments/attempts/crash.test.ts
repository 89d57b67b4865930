import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { driveAttempt } from "#modules/billing/payments/attempts/drive-attempt.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import { bankTransfer } from "#modules/billing/payments/providers/bank-transfer.ts";
import type {
  AttemptInHand,
  InvoiceToPay,
  PaymentProvider,
  PaymentResult,
  ProviderObject,
} from "#modules/billing/payments/providers/provider.ts";
import { openInvoice, paymentsOf, savedMethod, standing, start } from "#test/factories/payments.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

class Killed extends Error {}

/** Dies at the chosen steps, counted over a whole round; every step asks. */
function reaper(deaths: readonly number[]) {
  let step = 0;
  return () => {
    if (deaths.includes(step++)) throw new Killed(`Killed at step ${step - 1}`);
  };
}

/**
 * A provider that knows nothing of idempotency: what it is asked twice it does twice. Only that the house asks before it
 * repeats keeps it from taking money twice.
 */
function carelessProvider(step: () => void, loses: () => boolean) {
  const payments = new Map<string, { captured: number; invoice: InvoiceToPay }>();
  const resultOf = (ref: string): PaymentResult => {
    const payment = payments.get(ref)!;
    const { amountMinor, currency } = payment.invoice;
    const receivedAt = Temporal.Instant.from("2027-01-04T09:00:00Z");
    return {
      status: "succeeded",
      ref,
      method: null,
      money: { ref, amountMinor, currency, feeMinor: 0, receivedAt },
    };
  };
  const charge = async (invoice: InvoiceToPay, attempt: AttemptInHand): Promise<PaymentResult> => {
    step();
    const ref = newId();
    payments.set(ref, { captured: 0, invoice });
    step();
    await attempt.keepRef(ref);
    step();
    payments.get(ref)!.captured += 1;
    step();
    return loses() ? { status: "unknown", ref } : resultOf(ref);
  };
  const fetch = async (given: { ref: string } | { idempotencyKey: string }): Promise<ProviderObject> => {
    step();
    const payment = "ref" in given ? payments.get(given.ref) : undefined;
    if (!payment || payment.captured === 0) return { kind: "nothing" };
    return { kind: "payment", attemptId: null, result: resultOf((given as { ref: string }).ref) };
  };
  const provider: PaymentProvider = { ...bankTransfer, key: "sandbox", charge, fetch };
  const captured = () => [...payments.values()].reduce((sum, payment) => sum + payment.captured, 0);
  return { provider, captured };
}

/** The house, dying before and after each of its transactions. */
const mortal = (payments: PaymentHouse, provider: PaymentProvider, step: () => void): PaymentHouse => ({
  ...payments,
  open: async () => provider,
  transact: async (work) => {
    step();
    const done = await payments.transact(work);
    step();
    return done;
  },
});

describe("a crash at any step of charging", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ env: { CAIRN_SANDBOX: "1" } });
  });
  after(() => house.close());

  /** One invoice, charged by processes that die as told, until one comes through. */
  async function round(deaths: readonly number[], losses: readonly boolean[], pairs: boolean) {
    const { invoiceId, accountId } = await openInvoice(house, { amountMinor: 9700 });
    const paymentMethodId = await savedMethod(house, { accountId, ref: `m_${invoiceId}` });
    const { attemptId } = await start(house, { invoiceId, paymentMethodId });
    const lost = [...losses];
    const step = reaper(deaths);
    const { provider, captured } = carelessProvider(step, () => lost.shift() ?? false);
    const attempt = () =>
      driveAttempt(mortal(paymentsOf(house), provider, step), attemptId).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    for (let turn = 0; turn < 30; turn++) {
      await Promise.all(pairs ? [attempt(), attempt()] : [attempt()]);
      if ((await standing(house, attemptId)).status === "succeeded") break;
      house.clock.advance({ minutes: 6 });
    }
    const { status, invoice, payments } = await standing(house, attemptId);
    assert.deepEqual({ status, invoice, payments }, { status: "succeeded", invoice: "paid", payments: 1 });
    assert.equal(captured(), 1, "money was taken once");
  }

  it("ends in one capture and one payment, for each single step", async () => {
    for (let step = 0; step < 12; step++) {
      await round([step], [], false);
      await round([step], [true], false);
    }
  });

  it("ends in one capture an invoice, 200 times with several deaths and lost answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(40), { maxLength: 6 }),
        fc.array(fc.boolean(), { maxLength: 3 }),
        fc.boolean(),
        round,
      ),
      { numRuns: 200, seed: 20270104, endOnFailure: true },
    );
  });

  it("leaves the books balanced and the money of each invoice where it belongs", async () => {
    const [books] = await rows<{ unbalanced: number; unpaid: number }>(
      house.app.database.db,
      sql`SELECT (SELECT count(*)::int FROM (SELECT journal_id FROM billing.posting GROUP BY journal_id, currency
                  HAVING sum(amount_minor) <> 0) j) AS unbalanced,
            (SELECT count(*)::int FROM billing.invoice WHERE paid_minor <> total_minor) AS unpaid`,
    );
    assert.deepEqual(books, { unbalanced: 0, unpaid: 0 });
  });
});
