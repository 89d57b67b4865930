import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { refuse } from "#kernel/errors.ts";
import { driveAttempt } from "#modules/billing/payments/attempts/drive-attempt.ts";
import { abandonAttempt } from "#modules/billing/payments/attempts/abandon-attempt.ts";
import { settleAttempt } from "#modules/billing/payments/attempts/settle-attempt.ts";
import { capture } from "#modules/billing/payments/providers/sandbox/play.ts";
import { receivePayment } from "#modules/billing/payments/receive-payment.ts";
import {
  captures,
  eventsOf,
  openInvoice,
  paymentsOf,
  savedMethod,
  standing,
  start,
} from "#test/factories/payments.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("an attempt to collect an invoice", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ env: { CAIRN_SANDBOX: "1" } });
  });
  after(() => house.close());

  async function charging(script: string, amountMinor = 9700) {
    const { invoiceId, accountId } = await openInvoice(house, { amountMinor });
    const paymentMethodId = await savedMethod(house, { accountId, ref: `sandbox_${script}_${invoiceId}` });
    const { attemptId } = await start(house, { invoiceId, paymentMethodId });
    return { invoiceId, accountId, paymentMethodId, attemptId };
  }
  const drive = (attemptId: string) => driveAttempt(paymentsOf(house), attemptId);

  it("pays the invoice when the money is taken", async () => {
    const { attemptId, accountId } = await charging("succeed");
    await house.runJob("billing.charge_attempt", { attemptId });
    const { status, invoice, paid, payments } = await standing(house, attemptId);
    assert.deepEqual(
      { status, invoice, paid, payments },
      { status: "succeeded", invoice: "paid", paid: 9700, payments: 1 },
    );
    assert.deepEqual(await eventsOf(house, accountId), ["billing.payment_received", "billing.invoice_paid"]);
  });

  it("is one, whoever clicks twenty times", async () => {
    const { invoiceId } = await openInvoice(house, { amountMinor: 500 });
    const started = await Promise.all(Array.from({ length: 20 }, () => start(house, { invoiceId })));
    assert.equal(started.filter(({ isNew }) => isNew).length, 1);
    assert.equal(new Set(started.map(({ attemptId }) => attemptId)).size, 1);
  });

  it("takes money once, whoever works on it twenty times at once", async () => {
    const { attemptId } = await charging("succeed");
    await Promise.all(Array.from({ length: 20 }, () => drive(attemptId)));
    assert.equal(await captures(house, attemptId), 1);
    assert.equal((await standing(house, attemptId)).payments, 1);
  });

  it("makes way for another when the card is declined, and says why", async () => {
    const { attemptId, invoiceId, accountId, paymentMethodId } = await charging("decline");
    await drive(attemptId);
    const { status, failure_code, invoice } = await standing(house, attemptId);
    assert.deepEqual([status, failure_code, invoice], ["failed", "card_declined", "open"]);
    assert.deepEqual(await eventsOf(house, accountId), ["billing.payment_failed"]);
    const next = await start(house, { invoiceId, paymentMethodId });
    assert.equal(next.isNew, true);
  });

  it("is not repeated while nobody knows what became of it", async () => {
    const { attemptId, invoiceId, paymentMethodId } = await charging("timeout");
    await drive(attemptId);
    assert.equal((await standing(house, attemptId)).status, "unknown");
    house.clock.advance({ minutes: 6 });
    await drive(attemptId);
    assert.equal((await standing(house, attemptId)).status, "unknown");
    assert.equal((await start(house, { invoiceId, paymentMethodId })).attemptId, attemptId);
    house.clock.advance({ minutes: 6 });
    await house.runJob("billing.recover_payments");
    await drive(attemptId);
    const { status, invoice, payments } = await standing(house, attemptId);
    assert.deepEqual({ status, invoice, payments }, { status: "succeeded", invoice: "paid", payments: 1 });
    assert.equal(await captures(house, attemptId), 1);
  });

  it("waits when the provider cannot be reached, and asks before anything else", async () => {
    const { attemptId } = await charging("succeed");
    const payments = paymentsOf(house);
    const sandbox = await payments.open("sandbox");
    const silent = {
      ...sandbox,
      charge: async () => ({ status: "unknown" as const, ref: null }),
      fetch: async () => {
        throw refuse("unavailable", "billing.provider_unreachable", "No answer");
      },
    };
    const cut = { ...payments, open: async () => silent };
    await driveAttempt(cut, attemptId);
    await driveAttempt(cut, attemptId);
    assert.equal((await standing(house, attemptId)).status, "unknown");
    await drive(attemptId);
    assert.equal((await standing(house, attemptId)).status, "succeeded");
    assert.equal(await captures(house, attemptId), 1);
  });

  it("tells a customer who is away that the bank wants to hear from them", async () => {
    const { attemptId, accountId } = await charging("action");
    await drive(attemptId);
    const { status, action_url, provider_ref } = await standing(house, attemptId);
    assert.equal(status, "requires_action");
    assert.match(action_url ?? "", /\/sandbox\/payments\/sbx_pay_/);
    await drive(attemptId);
    assert.deepEqual(await eventsOf(house, accountId), ["billing.payment_needs_action"]);
    await capture(house.app.database.db, provider_ref ?? "", "succeed", house.clock.now());
    await drive(attemptId);
    assert.equal((await standing(house, attemptId)).invoice, "paid");
  });

  it("takes the page away once the invoice is paid another way", async () => {
    const { invoiceId, accountId } = await openInvoice(house, { amountMinor: 1200 });
    const { attemptId } = await start(house, { invoiceId });
    await drive(attemptId);
    await paymentsOf(house).transact((ctx) =>
      receivePayment(ctx, {
        accountId,
        provider: "bank_transfer",
        providerRef: invoiceId,
        amountMinor: 1200,
        currency: "USD",
        receivedAt: house.clock.now(),
        invoiceIds: [invoiceId],
      }),
    );
    assert.equal(await abandonAttempt(paymentsOf(house), attemptId), true);
    assert.equal((await standing(house, attemptId)).status, "abandoned");
    const { provider_ref } = await standing(house, attemptId);
    assert.equal(
      await capture(house.app.database.db, provider_ref ?? "", "succeed", house.clock.now()),
      undefined,
    );
  });

  it("keeps the money that came before it could be given up", async () => {
    const { invoiceId } = await openInvoice(house, { amountMinor: 1300 });
    const { attemptId } = await start(house, { invoiceId });
    await drive(attemptId);
    const { provider_ref } = await standing(house, attemptId);
    await capture(house.app.database.db, provider_ref ?? "", "succeed", house.clock.now());
    await abandonAttempt(paymentsOf(house), attemptId);
    const { status, invoice } = await standing(house, attemptId);
    assert.deepEqual([status, invoice], ["succeeded", "paid"]);
  });

  it("believes late money over an early no", async () => {
    const { attemptId, accountId } = await charging("decline");
    await drive(attemptId);
    const tell = (amountMinor: number) =>
      paymentsOf(house).transact((ctx) =>
        settleAttempt(ctx, attemptId, {
          status: "succeeded",
          ref: "late",
          method: null,
          money: {
            ref: `late-${attemptId}`,
            amountMinor,
            currency: "USD",
            feeMinor: 30,
            receivedAt: house.clock.now(),
          },
        }),
      );
    await Promise.all(Array.from({ length: 10 }, () => tell(9700)));
    const { status, invoice, payments } = await standing(house, attemptId);
    assert.deepEqual({ status, invoice, payments }, { status: "succeeded", invoice: "paid", payments: 1 });
    assert.equal(
      (await eventsOf(house, accountId)).filter((name) => name === "billing.payment_received").length,
      1,
    );
  });

  it("refuses what cannot be collected", async () => {
    const { attemptId, invoiceId, accountId, paymentMethodId } = await charging("succeed");
    await drive(attemptId);
    const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;
    await assert.rejects(start(house, { invoiceId, paymentMethodId }), code("billing.invoice_not_open"));
    const { invoiceId: other } = await openInvoice(house, { amountMinor: 100 });
    await assert.rejects(start(house, { invoiceId: other, paymentMethodId }), code("billing.method_unknown"));
    await assert.rejects(
      start(house, { invoiceId: other, provider: "bank_transfer" }),
      code("billing.provider_cannot"),
    );
    await assert.rejects(
      start(house, { invoiceId: other, provider: "stripe" }),
      code("billing.provider_unknown"),
    );
    assert.ok(accountId);
  });
});
