import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import { bankTransfer } from "#modules/billing/payments/providers/bank-transfer.ts";
import type {
  PaymentProvider,
  ProviderObject,
  ProviderRef,
  RefundRequest,
  RefundResult,
} from "#modules/billing/payments/providers/provider.ts";
import { receivePayment } from "#modules/billing/payments/receive-payment.ts";
import { driveRefund } from "#modules/billing/payments/refunds/drive-refund.ts";
import { openInvoice, paymentsOf } from "#test/factories/payments.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

class Killed extends Error {}

function reaper(death: number) {
  let step = 0;
  return () => {
    if (step++ === death) throw new Killed();
  };
}

/** Gives back whatever it is asked, as often as it is asked; what it did is found by the key it was asked with. */
function carelessProvider(step: () => void, isAnswerLost: boolean) {
  const given = new Map<string, string>();
  let times = 0;
  const refund = async ({ idempotencyKey }: RefundRequest): Promise<RefundResult> => {
    step();
    times += 1;
    given.set(idempotencyKey, newId());
    step();
    if (isAnswerLost && times === 1) return { status: "unknown", ref: null };
    return { status: "succeeded", ref: given.get(idempotencyKey)! };
  };
  const fetch = async (asked: ProviderRef): Promise<ProviderObject> => {
    step();
    const ref = "ref" in asked ? asked.ref : given.get(asked.idempotencyKey);
    if (!ref) return { kind: "nothing" };
    return { kind: "refund", refundId: null, paymentRef: null, result: { status: "succeeded", ref } };
  };
  const provider: PaymentProvider = { ...bankTransfer, key: "sandbox", refund, fetch };
  return { provider, times: () => times };
}

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

describe("a crash at any step of giving money back", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ env: { CAIRN_SANDBOX: "1" } });
  });
  after(() => house.close());

  async function refundOf(amountMinor: number): Promise<string> {
    const { invoiceId, accountId } = await openInvoice(house, { amountMinor });
    await paymentsOf(house).transact((ctx) =>
      receivePayment(ctx, {
        accountId,
        provider: "sandbox",
        providerRef: invoiceId,
        amountMinor,
        currency: "USD",
        receivedAt: house.clock.now(),
        invoiceIds: [invoiceId],
      }),
    );
    const refund = { invoiceId, amountMinor, reason: "Asked", payOut: true };
    const { refundIds } = await house.call("billing.refund_invoice", refund);
    return refundIds[0]!;
  }

  for (const isAnswerLost of [false, true])
    for (let death = 0; death < 10; death++)
      it(`gives it back once, killed at step ${death}${isAnswerLost ? " with a lost answer" : ""}`, async () => {
        const refundId = await refundOf(5000);
        const step = reaper(death);
        const { provider, times } = carelessProvider(step, isAnswerLost);
        for (let turn = 0; turn < 6; turn++) {
          await driveRefund(mortal(paymentsOf(house), provider, step), refundId).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          house.clock.advance({ minutes: 3 });
        }
        const row = await firstRow<{ status: string }>(
          house.app.database.db,
          sql`SELECT status FROM billing.refund WHERE id = ${refundId}`,
        );
        assert.deepEqual([row?.status, times()], ["succeeded", 1]);
      });

  it("gives it back once, whoever works on it twenty times at once", async () => {
    const refundId = await refundOf(700);
    const { provider, times } = carelessProvider(() => {}, false);
    const payments = mortal(paymentsOf(house), provider, () => {});
    await Promise.all(Array.from({ length: 20 }, () => driveRefund(payments, refundId)));
    assert.equal(times(), 1);
    const verdict = await house.call("billing.verify_ledger", {});
    assert.ok(verdict.ok, JSON.stringify(verdict.checks.filter(({ ok }) => !ok)));
  });
});
