import assert from "node:assert/strict";
import { systemActor } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { returnPayment } from "#modules/billing/payments/return-payment.ts";
import { renewSubscription } from "#modules/billing/subscriptions/renew-subscription.ts";
import { BUYER, openShop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const visitor = { kind: "anonymous" } as const;

/** What an order became, by its reference. */
async function bought(house: TestApp, reference: string) {
  const found = await firstRow<{
    accountId: string;
    personId: string;
    partnerId: string | null;
    invoiceId: string;
  }>(
    house.app.database.db,
    sql`SELECT o.account_id AS "accountId", o.person_id AS "personId", o.partner_id AS "partnerId", i.id AS "invoiceId"
        FROM billing."order" o LEFT JOIN billing.invoice i ON i.source_key = 'order:' || o.id
        WHERE o.reference = ${reference}`,
  );
  assert.ok(found);
  return found;
}

/** Bills the next period of an account's subscription; gives the invoice. */
async function renew(house: TestApp, accountId: string): Promise<string> {
  const { db } = house.app.database;
  const subscription = await firstRow<{ id: string }>(
    db,
    sql`SELECT id FROM billing.subscription WHERE account_id = ${accountId}`,
  );
  const origin = { actor: systemActor("test"), requestId: "test", now: house.clock.now() };
  await db.transaction((tx) =>
    renewSubscription(commandContext(house.app, tx, origin, undefined), subscription?.id ?? ""),
  );
  const invoice = await firstRow<{ id: string }>(
    db,
    sql`SELECT id FROM billing.invoice WHERE account_id = ${accountId} AND source_kind = 'renewal'`,
  );
  return invoice?.id ?? "";
}

/** Takes back a payment that was matched with the wrong customer. */
export const takeBack = (house: TestApp, paymentId: string): Promise<void> =>
  house.app.database.db.transaction((tx) => {
    const origin = { actor: systemActor("test"), requestId: "test", now: house.clock.now() };
    return returnPayment(commandContext(house.app, tx, origin, undefined), paymentId);
  });

/** A house with a shop that partners send buyers to. */
export async function openPartnerShop() {
  const house = await openTestApp();
  const shop = await openShop(house);
  const { db } = house.app.database;
  const price = (offer: string, name: string) => shop[offer]?.priceIds[name] as string;
  const course = price("test-course", "full");
  let count = 0;
  const someone = () => `buyer${(count += 1)}@example.com`;

  async function newPartner(more: object = {}) {
    count += 1;
    return house.call("billing.create_partner", {
      code: `partner-${count}`,
      name: `Partner ${count}`,
      email: `partner${count}@example.net`,
      ratePpm: 300_000,
      ...more,
    });
  }

  /** Comes by a partner's link and says who buys; nothing is ordered yet. */
  async function come(code: string, buyer: Record<string, unknown>, priceId = course) {
    const start = { priceId, partnerCode: code, zone: "UTC" };
    const { token } = await house.call("billing.start_checkout", start, visitor);
    const who = { ...BUYER, ...buyer };
    return house.call("billing.update_checkout", { token, buyer: who }, visitor);
  }

  /** Buys after following a partner's link. */
  async function buyBy(code: string, buyer: Record<string, unknown> = {}, priceId = course) {
    const checkout = await come(code, { email: someone(), ...buyer }, priceId);
    const { reference } = await house.call(
      "billing.place_order",
      {
        token: checkout.token,
        termsSha256: checkout.terms.sha256,
        totalMinor: checkout.trialEndsOn ? 0 : (checkout.quote?.totalMinor ?? 0),
        provider: "bank_transfer",
      },
      visitor,
    );
    return bought(house, reference);
  }

  const partner = (partnerId: string) => house.call("billing.get_partner", { partnerId });
  return {
    house,
    price,
    someone,
    newPartner,
    come,
    buyBy,
    partner,
    renew: (accountId: string) => renew(house, accountId),
    /** What a partner is owed in the one currency of the shop. */
    sumsOf: async (partnerId: string) => (await partner(partnerId)).sums[0],
    async booksAreRight() {
      const { checks } = await verifyLedger(db);
      assert.deepEqual(
        checks.filter(({ ok }) => !ok),
        [],
      );
    },
    /** The balance of an account of the books; credit is negative. */
    async booked(account: string): Promise<number> {
      const row = await firstRow<{ sum: number }>(
        db,
        sql`SELECT coalesce(sum(amount_minor), 0)::bigint AS sum FROM billing.posting WHERE account = ${account}`,
      );
      return row?.sum ?? 0;
    },
  };
}

export type PartnerShop = Awaited<ReturnType<typeof openPartnerShop>>;
