import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { Hono } from "hono";
import type { Env } from "#kernel/http/env.ts";
import { intakeRoutes } from "#kernel/http/intake-routes.ts";
import { newId } from "#kernel/ids.ts";
import { driveAttempt } from "#modules/billing/payments/attempts/drive-attempt.ts";
import { lookIntoEvent } from "#modules/billing/payments/intake/look-into-event.ts";
import { pollProvider } from "#modules/billing/payments/intake/poll-provider.ts";
import { driveRefund } from "#modules/billing/payments/refunds/drive-refund.ts";
import type { Kept } from "#test/doubles/stripe-state.ts";
import { openStripeDouble, STRIPE_KEY, STRIPE_SECRET, type StripeDouble } from "#test/doubles/stripe.ts";
import { paymentsOf } from "#test/factories/payments.ts";
import { buy, openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("what Stripe posts", () => {
  let house: TestApp;
  let double: StripeDouble;
  let shop: Shop;
  let send: (path: string, init: RequestInit) => Promise<Response>;

  before(async () => {
    double = await openStripeDouble(() => house.clock.now());
    house = await openTestApp({
      env: {
        CAIRN_STRIPE_SECRET_KEY: STRIPE_KEY,
        CAIRN_STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
        CAIRN_STRIPE_API_BASE: double.url,
      },
    });
    shop = await openShop(house);
    const web = new Hono<Env>();
    web.use(async (context, next) => {
      context.set("requestId", "a-request");
      await next();
    });
    intakeRoutes(web, {
      runtime: house.app,
      clock: house.clock,
      actorOf: async () => ({ kind: "anonymous" }),
    });
    send = async (path, init) =>
      web.request(new Request(`http://localhost${path}`, { method: "POST", ...init }));
  });
  after(async () => {
    await house.close();
    await double.close();
  });

  const db = () => house.app.database.db;
  const post = async (event: Kept) => (await send("/webhooks/stripe", double.post(event))).status;
  const waiting = async () =>
    (
      await rows<{ id: string }>(
        db(),
        sql`SELECT id FROM billing.provider_event WHERE status IN ('received', 'failed') ORDER BY id`,
      )
    ).map(({ id }) => id);
  const lookIntoAll = async () => {
    for (const id of await waiting()) await lookIntoEvent(paymentsOf(house), id);
  };

  /** Somebody buys a course by card and is on the page of Stripe now. */
  async function onPage() {
    const bought = await buy(house, shop["test-course"]!.priceIds["full"]!, {
      buyer: { email: `${newId()}@example.com` },
      provider: "stripe",
    });
    const attempt = await firstRow<{ id: string }>(
      db(),
      sql`SELECT id FROM billing.payment_attempt WHERE invoice_id = ${bought.invoiceId}`,
    );
    await driveAttempt(paymentsOf(house), attempt!.id);
    const { ref } = (await firstRow<{ ref: string }>(
      db(),
      sql`SELECT provider_ref AS ref FROM billing.payment_attempt WHERE id = ${attempt!.id}`,
    ))!;
    return { ...bought, invoiceId: bought.invoiceId!, attemptId: attempt!.id, page: ref };
  }

  describe("at the door", () => {
    it("is kept word for word with the right signature, and once", async () => {
      const event = double.state.tell(
        "payment_intent.succeeded",
        double.state.add("pi", "payment_intent", {}),
      );
      assert.deepEqual([await post(event), await post(event)], [200, 200]);
      const kept = await rows<{ payload: string; source: string }>(
        db(),
        sql`SELECT payload, source FROM billing.provider_event WHERE event_id = ${event.id}`,
      );
      assert.deepEqual(kept, [{ payload: double.post(event).body, source: "webhook" }]);
    });

    it("is refused without it, and nothing is kept", async () => {
      const known = await rows(db(), sql`SELECT id FROM billing.provider_event`);
      const { body, headers } = double.post(
        double.state.tell("x", double.state.add("pi", "payment_intent", {})),
      );
      assert.equal((await send("/webhooks/stripe", { body })).status, 422);
      assert.equal((await send("/webhooks/stripe", { body: `${body} `, headers })).status, 422);
      assert.equal((await send("/webhooks/stripe", { body: "x".repeat(600_000) })).status, 413);
      assert.equal((await send("/webhooks/nobody", { body, headers })).status, 404);
      assert.equal((await rows(db(), sql`SELECT id FROM billing.provider_event`)).length, known.length);
    });

    it("is not believed: what it says of an object is looked up", async () => {
      const { attemptId, invoiceId, page } = await onPage();
      const forged = structuredClone(double.state.get(page));
      Object.assign(forged, { status: "complete", payment_status: "paid" });
      await post(double.state.tell("checkout.session.completed", forged));
      await lookIntoAll();
      assert.equal((await house.call("billing.get_invoice", { invoiceId })).status, "open");
      double.payOnPage(page);
      await driveAttempt(paymentsOf(house), attemptId);
      assert.equal((await house.call("billing.get_invoice", { invoiceId })).status, "paid");
    });
  });

  /** Everything that may not differ, whatever came when. */
  async function endState(accountId: string) {
    const [state] = await rows<Record<string, unknown>>(
      db(),
      sql`SELECT
            (SELECT count(*)::int FROM billing.payment WHERE account_id = ${accountId}) AS payments,
            (SELECT sum(amount_minor)::int FROM billing.payment WHERE account_id = ${accountId}) AS paid,
            (SELECT string_agg(status, ',') FROM billing.payment_attempt WHERE account_id = ${accountId}) AS attempts,
            (SELECT string_agg(status, ',' ORDER BY kind DESC) FROM billing.invoice WHERE account_id = ${accountId}) AS invoices,
            (SELECT string_agg(status, ',') FROM billing.refund WHERE account_id = ${accountId}) AS refunds,
            (SELECT string_agg(status, ',') FROM billing.dispute WHERE account_id = ${accountId}) AS disputes,
            (SELECT string_agg(status, ',') FROM billing.purchase WHERE account_id = ${accountId}) AS purchases,
            (SELECT coalesce(sum(amount_minor), 0)::int FROM billing.credit_entry WHERE account_id = ${accountId}) AS credit,
            (SELECT string_agg(kind, ',' ORDER BY kind) FROM billing.journal WHERE account_id = ${accountId}) AS journals,
            (SELECT string_agg(name, ',' ORDER BY name) FROM kernel.event
             WHERE payload->>'accountId' = ${accountId} AND name LIKE 'billing.%') AS events`,
    );
    return state;
  }

  type Life = "paid" | "refunded" | "lost";

  /**
   * A purchase lives its life at Stripe; its events come in any order, ten times each, some never; between them the
   * customer comes back and the list is polled.
   */
  async function live(life: Life, order: readonly number[], lostEvery: number) {
    const { accountId, invoiceId, attemptId, page } = await onPage();
    const first = double.state.events.length;
    double.payOnPage(page, "pm_card_chargeDeclinedInsufficientFunds");
    double.payOnPage(page);
    const told: (() => Promise<unknown>)[] = [];
    const tell = (from: number) => {
      for (const [index, event] of double.state.events.slice(from).entries())
        if (index % lostEvery !== lostEvery - 1) for (let n = 0; n < 10; n++) told.push(() => post(event));
    };
    tell(first);
    const middle = double.state.events.length;
    const turn = async (from: number) => {
      const picks = order.slice(from, from + 60);
      for (const pick of picks) {
        const act = pick % 7;
        if (act === 0) await driveAttempt(paymentsOf(house), attemptId);
        else if (act === 1) await pollProvider(paymentsOf(house), "stripe");
        else if (act === 2)
          await Promise.all((await waiting()).slice(0, 3).map((id) => lookIntoEvent(paymentsOf(house), id)));
        else if (told.length > 0) await Promise.all(told.splice(pick % told.length, 2).map((go) => go()));
      }
    };
    await turn(0);
    await pollProvider(paymentsOf(house), "stripe");
    await lookIntoAll();
    if (life === "refunded") {
      const { refundIds } = await house.call("billing.refund_invoice", {
        invoiceId,
        amountMinor: null,
        reason: "Asked",
        payOut: true,
      });
      await Promise.all(refundIds.map((refundId) => driveRefund(paymentsOf(house), refundId)));
    }
    if (life === "lost") {
      const intent = String(double.state.get(page)["payment_intent"]);
      double.closeDispute(double.dispute(intent).id, "lost");
    }
    tell(middle);
    await turn(60);
    await Promise.all(told.map((go) => go()));
    await pollProvider(paymentsOf(house), "stripe");
    await lookIntoAll();
    return endState(accountId);
  }

  for (const [life, wanted] of Object.entries({
    paid: { invoices: "paid", purchases: "active", refunds: null, disputes: null },
    refunded: { invoices: "paid,paid", purchases: "refunded", refunds: "succeeded", disputes: null },
    lost: { invoices: "paid,paid", purchases: "refunded", refunds: null, disputes: "lost" },
  }) as [Life, Record<string, string | null>][])
    it(`ends the same for a purchase that is ${life}, in whatever order it comes, ten times each`, async () => {
      const plain = await live(life, [], 1000);
      assert.deepEqual({ ...plain, ...wanted }, plain, "what it has to be");
      assert.deepEqual([plain?.["payments"], plain?.["attempts"], plain?.["credit"]], [1, "succeeded", 0]);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
          fc.integer({ min: 2, max: 6 }),
          async (order, lostEvery) => {
            assert.deepEqual(await live(life, order, lostEvery), plain);
          },
        ),
        { numRuns: 8, seed: 20270104, endOnFailure: true },
      );
    });
});
