import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openLateHouse } from "#test/factories/late-house.ts";
import { buy, pay } from "#test/factories/shop.ts";

describe("dunning of customers", () => {
  let late: Awaited<ReturnType<typeof openLateHouse>>;
  before(async () => {
    late = await openLateHouse();
  });
  after(() => late.house.close());
  afterEach(() => late.reset());

  it("begins the day after the due day, reminds, holds access back and gives up by the schedule", async () => {
    const { house, work, workDays, mails, stateOf, subscriptionOf, hasAccess, lateSubscriber } = late;
    const { accountId, invoiceId, email } = await lateSubscriber("story@example.com");
    await work("2027-02-11");
    assert.equal(await stateOf(invoiceId), undefined);
    await work("2027-02-12");
    assert.deepEqual([(await stateOf(invoiceId))?.step, await subscriptionOf(accountId)], [0, "past_due"]);
    await workDays("2027-02-13", 11);
    assert.deepEqual(await mails(email), ["Reminder: invoice №", "Invoice № is still open"]);
    assert.equal(await hasAccess(accountId), true);
    await work("2027-02-25");
    assert.deepEqual([await subscriptionOf(accountId), await hasAccess(accountId)], ["suspended", false]);
    await workDays("2027-02-26", 43);
    assert.equal((await stateOf(invoiceId))?.status, "open");
    await workDays("2027-04-11", 1);
    assert.deepEqual(await stateOf(invoiceId), {
      status: "uncollectible",
      step: 4,
      outcome: "written_off",
      suspended: true,
    });
    assert.equal(await subscriptionOf(accountId), "cancelled");
    assert.deepEqual(await mails(email), [
      "Reminder: invoice №",
      "Invoice № is still open",
      "Invoice № is still open",
      "Your access is on hold: invoice №",
      "Last reminder: invoice №",
    ]);
    const books = await rows<{ account: string; sum: number }>(
      house.app.database.db,
      sql`SELECT p.account, sum(p.amount_minor)::bigint AS sum FROM billing.posting p JOIN billing.journal j ON j.id = p.journal_id
          WHERE j.account_id = ${accountId} AND p.account = 'receivables' GROUP BY 1`,
    );
    assert.deepEqual(books, [{ account: "receivables", sum: 0 }]);
  });

  it("stops the moment money arrives, and gives access again", async () => {
    const { house, workDays, mails, stateOf, subscriptionOf, hasAccess, lateSubscriber } = late;
    const { accountId, invoiceId, email } = await lateSubscriber("pays@example.com");
    await workDays("2027-02-12", 13);
    assert.equal(await hasAccess(accountId), false);
    const sent = await mails(email);
    await pay(house, invoiceId);
    assert.deepEqual(
      [(await stateOf(invoiceId))?.outcome, await subscriptionOf(accountId), await hasAccess(accountId)],
      ["paid", "active", true],
    );
    await workDays("2027-02-26", 60);
    assert.deepEqual(await mails(email), sent);
    assert.equal((await stateOf(invoiceId))?.status, "paid");
  });

  it("goes on for the rest when a part is paid", async () => {
    const { house, work, mails, lateSubscriber } = late;
    const { invoiceId, email } = await lateSubscriber("part@example.com");
    await work("2027-02-12");
    await pay(house, invoiceId, 5000);
    await work("2027-02-14");
    assert.equal((await mails(email)).length, 1);
    const mail = await firstRow<{ text: string }>(
      house.app.database.db,
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'billing.dunning'`,
    );
    assert.match(mail?.text ?? "", /\$47\.00/);
  });

  it("sends one mail, whatever twenty workers do, and none after money that came at the same time", async () => {
    const { house, goTo, workDays, mails, stateOf, lateSubscriber } = late;
    const { invoiceId, email } = await lateSubscriber("race@example.com");
    goTo("2027-02-14");
    const start = () => house.call("billing.start_dunning", { invoiceId });
    const begun = await Promise.all(Array.from({ length: 20 }, start));
    assert.equal(begun.filter(({ isNew }) => isNew).length, 1);
    const step = () => house.call("billing.take_dunning_step", { invoiceId });
    const steps = await Promise.all(Array.from({ length: 20 }, step));
    assert.equal(steps.filter(({ did }) => did === "remind").length, 1);
    assert.equal((await mails(email)).length, 1);
    goTo("2027-02-18");
    const [paid, ...meanwhile] = await Promise.all([
      pay(house, invoiceId),
      ...Array.from({ length: 10 }, step),
    ]);
    assert.equal(paid.openMinor, 0);
    const reminded = meanwhile.filter(({ did }) => did === "remind").length;
    assert.equal((await mails(email)).length, 1 + reminded);
    assert.ok(reminded <= 1);
    await workDays("2027-02-19", 30);
    assert.equal((await mails(email)).length, 1 + reminded);
    assert.equal((await stateOf(invoiceId))?.outcome, "paid");
  });

  it("holds a course back for a missed instalment after the grace, and paying opens it again", async () => {
    const { house, price, goTo, work, workDays, hasAccess } = late;
    const bought = await buy(house, price("test-course", "instalments"), {
      buyer: { email: "course@example.com" },
    });
    await pay(house, bought.invoiceId ?? "");
    goTo("2027-02-04");
    await house.runJob("billing.bill_due");
    const second = await firstRow<{ id: string; due_on: string }>(
      house.app.database.db,
      sql`SELECT id, due_on::text FROM billing.invoice WHERE account_id = ${bought.accountId} AND source_kind = 'instalment'`,
    );
    assert.ok(second);
    const dueOn = Temporal.PlainDate.from(second.due_on);
    await workDays(dueOn.add({ days: 1 }).toString(), 12);
    assert.equal(await hasAccess(bought.accountId), true);
    await work(dueOn.add({ days: 14 }).toString());
    assert.equal(await hasAccess(bought.accountId), false);
    await pay(house, second.id);
    assert.equal(await hasAccess(bought.accountId), true);
  });

  it("reminds of an unpaid order twice and takes nothing", async () => {
    const { house, price, workDays, mails, stateOf, hasAccess } = late;
    const { invoiceId, accountId } = await buy(house, price("test-course", "full"), {
      buyer: { email: "order@example.com" },
    });
    await workDays("2027-01-19", 80);
    assert.deepEqual(await mails("order@example.com"), [
      "Your order waits for payment: invoice №",
      "Your order waits for payment: invoice №",
    ]);
    assert.equal((await stateOf(invoiceId ?? ""))?.status, "open");
    assert.equal(await hasAccess(accountId), false);
    await assert.rejects(
      house.call("billing.write_off_invoice", { invoiceId: invoiceId ?? "", reason: "x" }),
      {
        code: "billing.invoice_not_open",
      },
    );
  });

  it("charges a saved card before it writes, waits for the answer, and names the card when it brought nothing", async () => {
    const { house, work, mails, lateSubscriber } = late;
    const { accountId, invoiceId, email } = await lateSubscriber("card@example.com");
    const { db } = house.app.database;
    await db.execute(
      sql`INSERT INTO billing.payment_method (id, account_id, provider, provider_ref, label, is_default, created_at)
          VALUES (${newId()}, ${accountId}, 'gone', ${newId()}, 'Visa ending in 4242', true, now())`,
    );
    await work("2027-02-14", "08:00");
    assert.deepEqual(await mails(email), []);
    await work("2027-02-14", "09:00");
    assert.deepEqual(await mails(email), [], "not before the charge had its time");
    await db.execute(
      sql`INSERT INTO billing.payment_attempt (id, account_id, invoice_id, position, provider, idempotency_key, amount_minor,
            currency, status, created_at, updated_at)
          VALUES (${newId()}, ${accountId}, ${invoiceId}, 1, 'gone', ${newId()}, 9700, 'USD', 'unknown', now(), now())`,
    );
    await work("2027-02-14", "11:00");
    assert.deepEqual(await mails(email), [], "not while money is under way");
    await db.execute(
      sql`UPDATE billing.payment_attempt SET status = 'failed' WHERE invoice_id = ${invoiceId}`,
    );
    await work("2027-02-14", "16:00");
    assert.equal((await mails(email)).length, 1);
    const mail = await firstRow<{ text: string }>(
      db,
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'billing.dunning'`,
    );
    assert.match(mail?.text ?? "", /Visa ending in 4242/);
  });
});
