import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { auditInvoices } from "#modules/billing/ledger/audit-invoices.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { buy, pay } from "#test/factories/shop.ts";
import { openStoryHouse, type StoryHouse } from "#test/factories/story-house.ts";

type Subscriber = { accountId: string; subscriptionId: string };

/** What may be special about a subscriber when their period ends, by name; each is done in the middle of it. */
const KINDS: Readonly<Record<string, (at: StoryHouse, who: Subscriber) => Promise<unknown>>> = {
  plain: async () => {},
  "with a coupon": async () => {},
  "in euros": async () => {},
  "with seats": async () => {},
  "with credit": ({ house }, { accountId }) => refundSome(house, accountId),
  "beyond a quota": ({ house }, { accountId }) =>
    house.call("billing.record_usage", {
      events: [
        {
          accountId,
          meter: "studio.documents",
          eventKey: "many",
          quantity: 63,
          occurredAt: "2027-01-20T12:00:00Z",
        },
      ],
    }),
  "about to change": ({ house, price }, { subscriptionId }) =>
    house.call("billing.change_subscription", {
      subscriptionId,
      priceId: price("starter", "month"),
      when: "period_end",
    }),
  "about to end": ({ house }, { subscriptionId }) =>
    house.call("billing.cancel_subscription", { subscriptionId }),
  "about to pause": ({ house }, { subscriptionId }) =>
    house.call("billing.pause_subscription", { subscriptionId }),
};

async function refundSome(house: StoryHouse["house"], accountId: string): Promise<void> {
  const [invoice] = (await house.call("billing.list_invoices", { accountId })).items;
  await house.call("billing.refund_invoice", {
    invoiceId: invoice?.id ?? "",
    amountMinor: 5_000,
    reason: "Goodwill",
    payOut: false,
  });
}

const BOUGHT: Readonly<Record<string, [string, string, object?]>> = {
  "with a coupon": ["starter", "month", { couponCode: "TENTH" }],
  "in euros": ["starter", "euro", { buyer: { country: "DE", region: null } }],
  "with seats": ["team", "month", { quantity: 7 }],
};

/** A house with a subscriber of each kind, on the day their period ends. */
async function openFullHouse(): Promise<StoryHouse> {
  const at = await openStoryHouse();
  const value = { country: "DE", taxIds: { DE: "DE136695976" }, oss: true };
  await at.house.call("platform.update_settings", { key: "billing.seller", value });
  for (const [kind, act] of Object.entries(KINDS)) {
    at.house.clock.set(Temporal.Instant.from("2027-01-04T09:00:00Z"));
    const [offer, name, more = {}] = BOUGHT[kind] ?? ["pro", "month"];
    const given = more as { buyer?: object };
    const bought = await buy(at.house, at.price(offer, name), {
      ...given,
      buyer: { name: kind, email: at.nextBuyer(), ...given.buyer },
    });
    await pay(at.house, bought.invoiceId ?? "");
    at.house.clock.set(Temporal.Instant.from("2027-01-20T09:00:00Z"));
    const { items } = await at.house.call("billing.list_subscriptions", { accountId: bought.accountId });
    await act(at, { accountId: bought.accountId, subscriptionId: items[0]?.id ?? "" });
  }
  at.house.clock.set(Temporal.Instant.from("2027-02-04T09:00:00Z"));
  return at;
}

const db = ({ house }: StoryHouse) => house.app.database.db;

/** Everything a run leaves behind, by the names of people, without ids. */
const left = (at: StoryHouse) =>
  rows(
    db(at),
    sql`SELECT a.name, s.status, s.period_starts_on, s.period_ends_on, s.period_index, s.version,
          (SELECT jsonb_agg(jsonb_build_array(i.source_kind, i.status, i.net_minor, i.tax_minor, i.paid_minor, i.due_on,
             i.tax_evidence->'decisions') ORDER BY i.number)
           FROM billing.invoice i WHERE i.account_id = a.id AND i.kind = 'invoice') AS invoices,
          (SELECT jsonb_agg(jsonb_build_array(q.starts_on, q.ends_on) ORDER BY q.starts_on)
           FROM billing.subscription_period q WHERE q.subscription_id = s.id) AS periods,
          (SELECT jsonb_agg(jsonb_build_array(t.status, t.mrr_minor, t.cause) ORDER BY t.from_at, t.id)
           FROM billing.subscription_state t WHERE t.subscription_id = s.id) AS states,
          (SELECT jsonb_agg(jsonb_build_array(g.key, g.quantity, g.until_at) ORDER BY g.from_at, g.key)
           FROM billing.entitlement_grant g WHERE g.account_id = a.id) AS grants,
          (SELECT jsonb_agg(e.name ORDER BY e.name) FROM kernel.event e WHERE e.payload->>'accountId' = a.id::text) AS events,
          (SELECT jsonb_agg(jsonb_build_array(p.account, p.amount_minor) ORDER BY p.account, p.amount_minor)
           FROM billing.posting p WHERE p.account_id = a.id) AS postings
        FROM billing.subscription s JOIN people.account a ON a.id = s.account_id ORDER BY a.name`,
  );

async function booksAreRight(at: StoryHouse): Promise<void> {
  for (const { checks } of [await verifyLedger(db(at)), await auditInvoices(db(at))])
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
}

describe("billing many together", () => {
  let together: StoryHouse;
  let alone: StoryHouse;
  before(async () => {
    [together, alone] = [await openFullHouse(), await openFullHouse()];
  });
  after(async () => {
    await together.house.close();
    await alone.house.close();
  });

  it("comes to exactly what billing each alone does", async () => {
    await together.house.runJob("billing.bill_due");
    const due = await rows<{ id: string }>(db(alone), sql`SELECT id FROM billing.subscription ORDER BY id`);
    for (const { id: subscriptionId } of due)
      await alone.house.call("billing.renew_subscription", { subscriptionId });
    assert.deepEqual(await left(together), await left(alone));
    await booksAreRight(together);
  });

  it("does what it can at once, and names the rest", async () => {
    together.house.clock.set(Temporal.Instant.from("2027-03-04T09:00:00Z"));
    const running = await rows<{ id: string; name: string }>(
      db(together),
      sql`SELECT s.id, a.name FROM billing.subscription s JOIN people.account a ON a.id = s.account_id
          WHERE s.status = 'active' ORDER BY s.id`,
    );
    const subscriptionIds = running.map(({ id }) => id);
    const answer = await together.house.call("billing.renew_subscriptions", { subscriptionIds });
    assert.deepEqual([answer.invoices, answer.left], [running.length, []]);
    const again = await together.house.call("billing.renew_subscriptions", { subscriptionIds });
    assert.deepEqual([again.invoices, again.left.length], [0, running.length]);
  });

  it("bills each period once, whoever runs at the same time and whatever money comes in", async () => {
    const at = alone;
    for (const month of ["03", "04", "05"]) {
      at.house.clock.set(Temporal.Instant.from(`2027-${month}-04T09:00:00Z`));
      const open = await rows<{ id: string }>(
        db(at),
        sql`SELECT id FROM billing.invoice WHERE kind = 'invoice' AND status = 'open'`,
      );
      await Promise.all([
        ...Array.from({ length: 5 }, () => at.house.runJob("billing.bill_due")),
        ...open.map(({ id }) => pay(at.house, id)),
      ]);
    }
    const twice = await rows(
      db(at),
      sql`SELECT subscription_id, starts_on FROM billing.subscription_period GROUP BY 1, 2 HAVING count(*) > 1`,
    );
    assert.deepEqual(twice, []);
    const billed = await rows<{ name: string; months: number }>(
      db(at),
      sql`SELECT a.name, count(*) AS months FROM billing.subscription_period q JOIN people.account a ON a.id = q.account_id
          JOIN billing.subscription s ON s.id = q.subscription_id AND s.status = 'active' GROUP BY 1`,
    );
    assert.deepEqual(new Set(billed.map(({ months }) => months)), new Set([5]));
    await booksAreRight(at);
  });
});
