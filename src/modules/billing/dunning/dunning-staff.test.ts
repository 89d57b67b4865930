import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { openLateHouse } from "#test/factories/late-house.ts";
import { pay } from "#test/factories/shop.ts";

describe("dunning as staff steer it", () => {
  let late: Awaited<ReturnType<typeof openLateHouse>>;
  before(async () => {
    late = await openLateHouse();
  });
  after(() => late.house.close());
  afterEach(() => late.reset());

  it("gives a customer time, and ends for good, as staff say", async () => {
    const { house, work, workDays, mails, stateOf, hasAccess, lateSubscriber } = late;
    const { accountId, invoiceId, email } = await lateSubscriber("time@example.com");
    await work("2027-02-12");
    await assert.rejects(
      house.call("billing.hold_dunning", { invoiceId, untilOn: "2027-02-12", reason: "Called" }, "finance"),
      { code: "billing.day_passed" },
    );
    await house.call(
      "billing.hold_dunning",
      { invoiceId, untilOn: "2027-03-10", reason: "Called" },
      "finance",
    );
    await workDays("2027-02-13", 24);
    assert.deepEqual(await mails(email), []);
    await work("2027-03-10");
    assert.equal((await mails(email)).length, 1);
    await workDays("2027-03-11", 3);
    assert.equal(await hasAccess(accountId), false);
    await house.call("billing.end_dunning", { invoiceId, reason: "Settled otherwise" }, "finance");
    assert.equal(await hasAccess(accountId), true);
    await workDays("2027-03-15", 60);
    assert.equal((await stateOf(invoiceId))?.status, "open");
    await assert.rejects(house.call("billing.end_dunning", { invoiceId, reason: "x" }), {
      code: "billing.dunning_unknown",
    });
  });

  it("lists what is late with what is open, and nothing to support but to look", async () => {
    const { house, work, lateSubscriber } = late;
    const { invoiceId } = await lateSubscriber("list@example.com");
    await work("2027-02-14");
    const page = await house.call("billing.list_dunning", { text: "" }, "support");
    assert.deepEqual(
      page.items.map(({ invoiceId: id, daysLate, step, steps, openMinor }) => [
        id,
        daysLate,
        step,
        steps,
        openMinor,
      ]),
      [[invoiceId, 3, 1, 4, 9700]],
    );
    const one = await house.call("billing.get_dunning", { invoiceId }, "support");
    assert.deepEqual(one, page.items[0]);
    assert.deepEqual(page.totals, [{ currency: "USD", openMinor: 9700, invoices: 1 }]);
    for (const call of [
      () => house.call("billing.end_dunning", { invoiceId, reason: "x" }, "support"),
      () => house.call("billing.write_off_invoice", { invoiceId, reason: "x" }, "support"),
      () => house.call("billing.update_dunning", DunningSettings.parse({}), "support"),
    ])
      await assert.rejects(call(), { kind: "forbidden" });
  });

  it("gives up at once when staff say so, and takes that back when money comes after all", async () => {
    const { house, stateOf, hasAccess, subscriptionOf, lateSubscriber } = late;
    const { invoiceId, accountId } = await lateSubscriber("back@example.com");
    const writeOff = () => house.call("billing.write_off_invoice", { invoiceId, reason: "Gone" }, "finance");
    const tries = await Promise.allSettled(Array.from({ length: 20 }, writeOff));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    assert.deepEqual([await hasAccess(accountId), await subscriptionOf(accountId)], [false, "cancelled"]);
    const reopen = () => house.call("billing.reopen_invoice", { invoiceId }, "finance");
    const reopened = await Promise.allSettled(Array.from({ length: 20 }, reopen));
    assert.equal(reopened.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(await stateOf(invoiceId), undefined, "no reminders had begun, and none do");
    await assert.rejects(writeOff(), { code: "billing.written_off_before" });
    assert.equal((await pay(house, invoiceId)).openMinor, 0);
    const books = await rows<{ account: string; sum: number }>(
      house.app.database.db,
      sql`SELECT p.account, sum(p.amount_minor)::bigint AS sum FROM billing.posting p
          JOIN billing.journal j ON j.id = p.journal_id
          WHERE j.account_id = ${accountId} AND p.account IN ('receivables', 'bad_debt') GROUP BY 1 ORDER BY 1`,
    );
    for (const { account, sum } of books) assert.equal(sum, 0, account);
  });

  it("has a schedule that takes nothing without a word", async () => {
    const { house } = late;
    for (const wrong of [
      { reminderDays: [7, 3] },
      { reminderDays: [20], graceDays: 14 },
      { writeOffDays: 20 },
    ])
      assert.equal(DunningSettings.safeParse(wrong).success, false);
    const saved = await house.call(
      "billing.update_dunning",
      DunningSettings.parse({ writeOffDays: null }),
      "finance",
    );
    assert.deepEqual(await house.call("billing.get_dunning_settings", {}), saved);
    await house.call("billing.update_dunning", DunningSettings.parse({}));
  });

  it("tells of a card that runs out, once for each end, and only who pays with it", async () => {
    const { house, goTo, lateSubscriber } = late;
    const { accountId } = await lateSubscriber("expiry@example.com");
    const { db } = house.app.database;
    const methodId = newId();
    await db.execute(
      sql`INSERT INTO billing.payment_method (id, account_id, provider, provider_ref, label, is_default, expires_on, created_at)
          VALUES (${methodId}, ${accountId}, 'stripe', ${newId()}, 'Visa ending in 4242', true, '2027-03-31', now()),
                 (${newId()}, ${newId()}, 'stripe', ${newId()}, 'Visa of nobody', true, '2027-03-31', now())`,
    );
    const told = async () => {
      await house.runJob("billing.tell_card_expiries");
      return (
        await rows<{ subject: string }>(
          db,
          sql`SELECT subject FROM kernel.mail WHERE kind = 'billing.card_expiry'`,
        )
      ).map(({ subject }) => subject);
    };
    goTo("2027-02-28");
    assert.deepEqual(await told(), []);
    goTo("2027-03-01");
    assert.deepEqual(await told(), ["Visa ending in 4242 runs out soon"]);
    goTo("2027-03-20");
    await Promise.all(
      Array.from({ length: 20 }, () => house.call("billing.tell_card_expiry", { paymentMethodId: methodId })),
    );
    assert.equal((await told()).length, 1);
    await db.execute(sql`UPDATE billing.payment_method SET expires_on = '2027-04-10' WHERE id = ${methodId}`);
    assert.equal((await told()).length, 2);
  });
});
