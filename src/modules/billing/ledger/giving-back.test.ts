import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { bookCreditFreed } from "#modules/billing/ledger/book-credit-freed.ts";
import { bookCreditNote } from "#modules/billing/ledger/book-credit-note.ts";
import { bookDispute } from "#modules/billing/ledger/book-dispute.ts";
import { bookInvoice } from "#modules/billing/ledger/book-invoice.ts";
import { bookPayment } from "#modules/billing/ledger/book-payment.ts";
import { bookRefund } from "#modules/billing/ledger/book-refund.ts";
import { bookVoid } from "#modules/billing/ledger/book-void.ts";
import { bookWriteOff } from "#modules/billing/ledger/book-write-off.ts";
import { stopEarning } from "#modules/billing/ledger/earning.ts";
import { undoWriteOff } from "#modules/billing/ledger/undo-write-off.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import {
  type BookInvoice,
  insertCredit,
  insertInvoice,
  insertPayment,
} from "#test/factories/billing-books.ts";
import { readBooks } from "#test/factories/read-books.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());
beforeEach(() => house.clock.set(Temporal.Instant.from("2027-01-04T09:00:00Z")));

const { db, now, setDay, issued, booksOf, demandEven, schedule } = readBooks(() => house);

const JANUARY = ["2027-01-04", "2027-02-04"] as const;

describe("giving back", () => {
  const creditAll = async (
    invoice: { id: string; accountId: string },
    lines: BookInvoice["lines"],
    on: string,
  ) => {
    const note = await insertInvoice(db(), {
      kind: "credit_note",
      corrects: invoice.id,
      accountId: invoice.accountId,
      sourceKind: "credit",
      on,
      lines,
    });
    await db().execute(
      sql`UPDATE billing.invoice SET credited_minor = credited_minor + ${note.totalMinor} WHERE id = ${invoice.id}`,
    );
    await db().transaction((tx) => bookCreditNote(tx, { creditNoteId: note.id }));
    return note;
  };

  it("takes the days to come first, and spreads what is left over them", async () => {
    const invoice = await issued({ lines: [{ netMinor: 3100, taxMinor: 620, period: JANUARY }] });
    setDay("2027-01-14");
    const note = await creditAll(invoice, [{ netMinor: 1050, taxMinor: 210, corrects: 1 }], "2027-01-14");
    await db().transaction((tx) => bookCreditNote(tx, { creditNoteId: note.id }));
    // Ten of 31 days are earned; of the 2100 left 1050 stay for 21 days.
    assert.deepEqual(await booksOf(invoice.accountId), {
      receivables: 2460,
      deferred_revenue: -1050,
      revenue_subscription: -1000,
      tax_payable: -410,
    });
    setDay("2027-01-16");
    await house.call("billing.earn_revenue", {});
    assert.equal((await schedule(invoice.id))?.earned_minor, 1100);
    setDay("2027-03-01");
    await house.call("billing.earn_revenue", {});
    assert.equal((await schedule(invoice.id))?.earned_minor, 2050);
    await demandEven();
  });

  it("goes all the way: credit note, credit, refund, out of the bank", async () => {
    const invoice = await issued({ lines: [{ netMinor: 3100, taxMinor: 620, period: JANUARY }] });
    const { accountId } = invoice;
    const paymentId = await insertPayment(db(), {
      accountId,
      invoiceId: invoice.id,
      amountMinor: 4000,
      allocatedMinor: 3720,
      provider: "stripe",
      feeMinor: 120,
    });
    await db().transaction((tx) => bookPayment(tx, { paymentId }));
    await demandEven();
    setDay("2027-01-14");
    await db().execute(sql`UPDATE billing.invoice SET paid_minor = 0 WHERE id = ${invoice.id}`);
    const note = await creditAll(invoice, [{ netMinor: 3100, taxMinor: 620, corrects: 1 }], "2027-01-14");
    await insertCredit(db(), { accountId, amountMinor: 3720, sourceKey: `credit_note:${note.id}` });
    await db().transaction((tx) => bookCreditFreed(tx, { creditNoteId: note.id, amountMinor: 3720 }));
    await demandEven();
    const refundId = newId();
    await db().execute(
      sql`INSERT INTO billing.refund (id, account_id, payment_id, invoice_id, credit_note_id, amount_minor, currency,
            reason, provider, idempotency_key, status, requested_at)
          VALUES (${refundId}, ${accountId}, ${paymentId}, ${invoice.id}, ${note.id}, 3720, 'USD', 'Test', 'stripe',
            ${refundId}, 'pending', ${now().toString()})`,
    );
    await insertCredit(db(), { accountId, amountMinor: -3720, sourceKey: `refund:${refundId}` });
    const book = (step: "requested" | "settled") =>
      db().transaction((tx) => bookRefund(tx, { refundId, step, at: now() }));
    await book("requested");
    await demandEven();
    await db().execute(sql`UPDATE billing.refund SET status = 'succeeded' WHERE id = ${refundId}`);
    await book("settled");
    await demandEven();
    assert.deepEqual(await booksOf(accountId), { provider_clearing: 160, fees: 120, customer_credit: -280 });
    assert.deepEqual(await schedule(invoice.id), {
      earned_minor: 1000,
      returned_minor: 2100,
      reversed_minor: 1000,
      earned_until_on: "2027-01-14",
    });
  });

  it("earns at once what nobody is owed any more", async () => {
    const invoice = await issued({
      lines: [
        { netMinor: 3100, period: JANUARY },
        { netMinor: 400, revenue: "course" },
      ],
    });
    setDay("2027-01-14");
    const stop = () => db().transaction((tx) => stopEarning(tx, { invoiceId: invoice.id, at: now() }));
    await stop();
    await stop();
    assert.deepEqual(await booksOf(invoice.accountId), {
      receivables: 3500,
      revenue_subscription: -3100,
      revenue_course: -400,
    });
    await demandEven();
  });

  it("reverses a void invoice wherever its revenue is", async () => {
    const invoice = await issued({
      lines: [
        { netMinor: 3100, taxMinor: 620, period: JANUARY },
        { netMinor: 300, revenue: "usage" },
      ],
    });
    setDay("2027-01-14");
    await house.call("billing.earn_revenue", {});
    await db().execute(sql`UPDATE billing.invoice SET status = 'void' WHERE id = ${invoice.id}`);
    const makeVoid = () => db().transaction((tx) => bookVoid(tx, { invoiceId: invoice.id, at: now() }));
    await makeVoid();
    await makeVoid();
    await demandEven();
    const reversal = await firstRow<{ ref: string }>(
      db(),
      sql`SELECT o.ref FROM billing.journal j JOIN billing.journal o ON o.id = j.reverses_id
          WHERE j.ref = ${`void:${invoice.id}`}`,
    );
    assert.equal(reversal?.ref, `invoice:${invoice.id}`);
  });

  it("writes off what will not be paid, and takes that back when it is", async () => {
    const invoice = await issued({ lines: [{ netMinor: 3100, taxMinor: 620, period: JANUARY }] });
    const { accountId } = invoice;
    setDay("2027-01-14");
    const writeOff = () => db().transaction((tx) => bookWriteOff(tx, { invoiceId: invoice.id, at: now() }));
    await writeOff();
    await db().execute(sql`UPDATE billing.invoice SET status = 'uncollectible' WHERE id = ${invoice.id}`);
    await writeOff();
    await demandEven();
    assert.deepEqual(await booksOf(accountId), {
      bad_debt: 1620,
      revenue_subscription: -1000,
      tax_payable: -620,
    });
    setDay("2027-04-01");
    await db().execute(sql`UPDATE billing.invoice SET status = 'open' WHERE id = ${invoice.id}`);
    await db().transaction((tx) => undoWriteOff(tx, { invoiceId: invoice.id, at: now() }));
    await demandEven();
    setDay("2027-04-02");
    await house.call("billing.earn_revenue", {});
    assert.equal((await schedule(invoice.id))?.earned_minor, 3100);
    await demandEven();
  });

  it("follows a dispute to its loss", async () => {
    const invoice = await issued({ lines: [{ netMinor: 3100, period: JANUARY }] });
    const { accountId } = invoice;
    const paymentId = await insertPayment(db(), {
      accountId,
      invoiceId: invoice.id,
      amountMinor: 3100,
      provider: "stripe",
    });
    await db().transaction((tx) => bookPayment(tx, { paymentId }));
    const disputeId = newId();
    await db().execute(
      sql`INSERT INTO billing.dispute (id, account_id, payment_id, provider_ref, amount_minor, currency, fee_minor, status,
            opened_at)
          VALUES (${disputeId}, ${accountId}, ${paymentId}, ${disputeId}, 3100, 'USD', 1500, 'open', ${now().toString()})`,
    );
    await db().transaction((tx) => bookDispute(tx, { disputeId, step: "opened", at: now() }));
    await demandEven();
    await db().execute(sql`UPDATE billing.dispute SET status = 'lost' WHERE id = ${disputeId}`);
    await db().transaction((tx) => bookDispute(tx, { disputeId, step: "lost", at: now() }));
    await demandEven();
    assert.deepEqual(await booksOf(accountId), {
      deferred_revenue: -3100,
      dispute_losses: 3100,
      fees: 1500,
      provider_clearing: -1500,
    });
  });
});

describe("verifyLedger", () => {
  it("names what differs, and whose it is", async () => {
    const accountId = newId();
    await insertCredit(db(), { accountId, amountMinor: 77, sourceKey: "unbooked", currency: "SEK" });
    const invoice = await insertInvoice(db(), { accountId, currency: "SEK", lines: [{ netMinor: 500 }] });
    const { ok, checks } = await verifyLedger(db());
    assert.equal(ok, false);
    const differing = checks.flatMap(({ differences }) => differences);
    assert.deepEqual(differing, [
      { what: "receivables", currency: "SEK", ledgerMinor: 0, recordsMinor: 500 },
      { what: "customer_credit", currency: "SEK", ledgerMinor: 0, recordsMinor: 77 },
    ]);
    const faults = checks.flatMap((check) => check.faults.map((fault) => `${check.key}: ${fault}`));
    assert.equal(faults.length, 3);
    assert.ok(faults.includes(`customers: ${accountId} receivables SEK`));
    assert.ok(faults.some((fault) => fault.startsWith("booked: invoice-")));
    await db().execute(sql`DELETE FROM billing.credit_entry WHERE source_key = 'unbooked'`);
    await db().transaction((tx) => bookInvoice(tx, { invoiceId: invoice.id }));
    await demandEven();
  });
});
