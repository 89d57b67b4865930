import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { readPdf } from "#test/read-pdf.ts";

const DAY = { hours: 24 };

describe("statement of account", () => {
  let house: TestApp;
  let shop: Shop;
  let bought: Awaited<ReturnType<typeof buy>>;
  const later = () => house.clock.set(house.clock.now().add(DAY));
  const mine = (): Actor => ({ kind: "person", personId: bought.personId, role: null });
  const statement = (more: { from?: string; until?: string } = {}) =>
    house.call("billing.get_account_statement", { accountId: bought.accountId, ...more });

  /** What is owed by other rows: open invoices, less credit, less refunds on their way. */
  const owed = async () => {
    const row = await firstRow<{ owed: number }>(
      house.app.database.db,
      sql`SELECT (SELECT coalesce(sum(total_minor - paid_minor - credited_minor), 0) FROM billing.invoice
              WHERE account_id = ${bought.accountId} AND kind = 'invoice' AND status = 'open')
            - (SELECT coalesce(sum(amount_minor), 0) FROM billing.credit_entry WHERE account_id = ${bought.accountId})
            - (SELECT coalesce(sum(amount_minor), 0) FROM billing.refund
                WHERE account_id = ${bought.accountId} AND status IN ('created', 'pending', 'unknown')) AS owed`,
    );
    return Number(row?.owed);
  };

  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
    bought = await buy(house, shop["test-course"]!.priceIds.full!);
  });
  after(() => house.close());

  it("follows what was charged, paid, credited and paid back, and agrees with the open invoices", async () => {
    const { totalMinor } = await house.call("billing.get_invoice", { invoiceId: bought.invoiceId! });
    assert.deepEqual(
      (await statement()).entries.map(({ kind, amountMinor }) => [kind, amountMinor]),
      [["invoice", totalMinor]],
    );
    later();
    await pay(house, bought.invoiceId!, totalMinor + 5_000);
    assert.equal((await statement()).closingMinor, -5_000);
    assert.equal(await owed(), -5_000);
    later();
    const refund = await house.call("billing.refund_invoice", {
      invoiceId: bought.invoiceId!,
      amountMinor: 20_000,
      reason: "Too much",
    });
    assert.equal((await statement()).closingMinor, -25_000);
    assert.equal(await owed(), -25_000);
    later();
    for (const refundId of refund.refundIds) await house.call("billing.confirm_refund", { refundId });
    const all = await statement();
    assert.deepEqual(
      all.entries.map(({ kind, on }) => [kind, on]),
      [
        ["invoice", "2027-01-04"],
        ["payment", "2027-01-05"],
        ["credit_note", "2027-01-06"],
        ["refund", "2027-01-07"],
      ],
    );
    assert.equal(all.closingMinor, -5_000);
    assert.equal(await owed(), -5_000);
  });

  it("begins with the balance before, and tells of a day in the past as it was", async () => {
    const { openingMinor, entries, closingMinor } = await statement({
      from: "2027-01-05",
      until: "2027-01-06",
    });
    assert.equal(openingMinor, 149_700);
    assert.equal(entries.length, 2);
    assert.equal(closingMinor, -25_000);
    const earlier = await statement({ until: "2027-01-04" });
    assert.deepEqual(
      earlier.openItems.map(({ number, openMinor }) => [number, openMinor]),
      [["INV-000001", 149_700]],
    );
    assert.deepEqual((await statement()).openItems, []);
  });

  it("takes off what was made void", async () => {
    const { invoiceId } = await house.call("billing.send_invoice", {
      accountId: bought.accountId,
      currency: "USD",
      lines: [{ description: "Consulting", quantity: 1.5, unitMinor: 10_000 }],
    });
    const owing = (await statement()).closingMinor;
    assert.equal(owing, await owed());
    await pay(house, invoiceId).catch(() => {});
    assert.equal((await statement()).closingMinor, await owed());
    const other = await house.call("billing.send_invoice", {
      accountId: bought.accountId,
      currency: "USD",
      lines: [{ description: "Consulting", quantity: 1, unitMinor: 10_000 }],
    });
    await house.call("billing.void_invoice", { invoiceId: other.invoiceId, reason: "Sent twice" });
    assert.equal((await statement()).closingMinor, await owed());
  });

  it("is the customer's own, in print too, and nobody else's", async () => {
    const own = await house.call("billing.get_my_statement", {}, mine());
    assert.deepEqual(own, await statement());
    const { name, contentBase64 } = await house.call("billing.get_my_statement_pdf", {}, mine());
    assert.match(name, /^statement-2026-01-08-2027-01-07\.pdf$/);
    const text = readPdf(Buffer.from(contentBase64, "base64")).pages.join("\n");
    for (const words of ["Statement of account", "Anna Ahrens", "Payment received", "Credit note CN-000001"])
      assert.ok(text.includes(words), words);
    const stranger: Actor = { kind: "person", personId: newId(), role: null };
    await assert.rejects(house.call("billing.get_my_statement", { accountId: bought.accountId }, stranger), {
      code: "access.forbidden",
    });
    await assert.rejects(house.call("billing.get_my_statement", {}, stranger), {
      code: "billing.no_account",
    });
  });

  it("refuses days that make no period, and accounts that are not there", async () => {
    await assert.rejects(statement({ from: "2027-02-01", until: "2027-01-01" }), {
      code: "billing.statement_period",
    });
    await assert.rejects(statement({ from: "0000-01-01" }), { code: "input.invalid" });
    await assert.rejects(house.call("billing.get_account_statement", { accountId: newId() }), {
      code: "people.account_unknown",
    });
  });
});
