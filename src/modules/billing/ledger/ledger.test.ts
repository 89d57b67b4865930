import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { bookInvoice, bookInvoices } from "#modules/billing/ledger/book-invoice.ts";
import { postJournal, postJournals } from "#modules/billing/ledger/post-journal.ts";
import { LEDGER_ACCOUNTS } from "#modules/billing/rules/ledger/accounts.ts";
import type { Posting } from "#modules/billing/rules/ledger/posting.ts";
import { insertInvoice } from "#test/factories/billing-books.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());

const db = () => house.app.database.db;

const postings: Posting[] = [
  { account: "bank", currency: "USD", amountMinor: 100 },
  { account: "receivables", currency: "USD", amountMinor: -100 },
];
const entry = (ref: string, more: object = {}) => ({
  ref,
  on: "2027-01-04",
  at: "2027-01-04T09:00:00Z",
  kind: "test",
  text: "A test",
  accountId: null,
  postings,
  ...more,
});

const countOf = async (ref: string) =>
  (
    await rows<{ n: number }>(
      db(),
      sql`SELECT count(*)::int AS n FROM billing.journal j JOIN billing.posting p ON p.journal_id = j.id
          WHERE j.ref = ${ref}`,
    )
  )[0]?.n;

/** What PostgreSQL said: Drizzle wraps it. */
const saying = (words: RegExp) => (error: unknown) =>
  error instanceof Error && words.test(String((error.cause as Error | undefined)?.message ?? error.message));

describe("the chart of accounts", () => {
  it("is the same in the database and in the code", async () => {
    const chart = await rows(
      db(),
      sql`SELECT code, name, kind FROM billing.ledger_account ORDER BY position`,
    );
    assert.deepEqual(chart, LEDGER_ACCOUNTS);
  });
});

describe("postJournal", () => {
  it("books once for a ref, however often", async () => {
    assert.equal(await db().transaction((tx) => postJournal(tx, entry("once"))), true);
    assert.equal(await db().transaction((tx) => postJournal(tx, entry("once"))), false);
    assert.equal(await countOf("once"), 2);
  });

  it("refuses the ref with other postings", async () => {
    await db().transaction((tx) => postJournal(tx, entry("other")));
    const doubled = postings.map((posting) => ({ ...posting, amountMinor: posting.amountMinor * 2 }));
    await assert.rejects(
      db().transaction((tx) => postJournal(tx, entry("other", { postings: doubled }))),
      /Journal other is booked with other postings/,
    );
  });

  it("books once when twenty come at once", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => db().transaction((tx) => postJournal(tx, entry("race")))),
    );
    assert.equal(results.filter(Boolean).length, 1);
    assert.equal(await countOf("race"), 2);
  });

  it("books many at once, one of which is known, and nothing of nothing", async () => {
    const nothing = entry("nothing", { postings: [{ account: "bank", currency: "USD", amountMinor: 0 }] });
    const booked = await db().transaction((tx) =>
      postJournals(tx, [entry("many-1"), entry("once"), entry("many-2"), nothing]),
    );
    assert.equal(booked, 2);
    assert.equal(await countOf("nothing"), 0);
  });
});

describe("the database", () => {
  const journal = (ref: string, id: string) =>
    sql`INSERT INTO billing.journal (id, ref, booked_on, booked_at, kind, text)
        VALUES (${id}, ${ref}, '2027-01-04', '2027-01-04T09:00:00Z', 'test', 'A test')`;
  const posting = (id: string, position: number, amount: number, currency = "USD") =>
    sql`INSERT INTO billing.posting (journal_id, position, account, currency, amount_minor)
        VALUES (${id}, ${position}, 'bank', ${currency}, ${amount})`;
  const write = (ref: string, statements: (id: string) => ReturnType<typeof sql>[]) =>
    db().transaction(async (tx) => {
      const id = newId();
      await tx.execute(journal(ref, id));
      for (const statement of statements(id)) await tx.execute(statement);
    });

  it("takes a journal that balances at the end of its transaction", async () => {
    await write("even", (id) => [posting(id, 1, 5), posting(id, 2, -5)]);
    assert.equal(await countOf("even"), 2);
  });

  for (const [name, statements] of [
    ["uneven", (id: string) => [posting(id, 1, 5), posting(id, 2, -4)]],
    ["even only over two currencies", (id: string) => [posting(id, 1, 5), posting(id, 2, -5, "EUR")]],
    ["empty", () => []],
  ] as const)
    it(`refuses one that is ${name}`, async () => {
      await assert.rejects(write(name, statements), saying(/does not balance/));
      assert.equal(await countOf(name), 0);
    });

  it("refuses to add to a journal, to change it and to delete it", async () => {
    const [known] = await rows<{ id: string }>(db(), sql`SELECT id FROM billing.journal WHERE ref = 'even'`);
    assert.ok(known);
    const { id } = known;
    await assert.rejects(
      db().transaction(async (tx) => {
        await tx.execute(posting(id, 3, 7));
        await tx.execute(posting(id, 4, -7));
      }),
      saying(/closed once it is written/),
    );
    for (const statement of [
      sql`UPDATE billing.posting SET amount_minor = 6 WHERE journal_id = ${id}`,
      sql`DELETE FROM billing.posting WHERE journal_id = ${id}`,
      sql`UPDATE billing.journal SET text = 'x' WHERE id = ${id}`,
      sql`DELETE FROM billing.journal WHERE id = ${id}`,
    ])
      await assert.rejects(db().execute(statement), saying(/never changed/));
  });

  it("lets a journal be reversed once", async () => {
    const [known] = await rows<{ id: string }>(db(), sql`SELECT id FROM billing.journal WHERE ref = 'even'`);
    const reversal = (ref: string) =>
      db().transaction((tx) => postJournal(tx, entry(ref, { reversesId: known?.id })));
    await reversal("back-1");
    await assert.rejects(reversal("back-2"), saying(/journal_reverses_id_key/));
  });

  it("shows a customer the books of the customer's own account alone", async () => {
    const [mine, other] = [newId(), newId()];
    await db().transaction((tx) =>
      postJournals(tx, [entry("mine", { accountId: mine }), entry("theirs", { accountId: other })]),
    );
    const seen = await db().transaction(async (tx) => {
      await tx.execute(
        sql`SELECT set_config('cairn.accounts', ${`{${mine}}`}, true), set_config('role', 'cairn_customer', true)`,
      );
      await postJournal(tx, entry("my own", { accountId: mine }));
      return rows<{ ref: string }>(tx, sql`SELECT ref FROM billing.journal ORDER BY ref`);
    });
    assert.deepEqual(
      seen.map(({ ref }) => ref),
      ["mine", "my own"],
    );
  });
});

describe("bookInvoices", () => {
  it("books many in one go, and again without a change", async () => {
    const accountId = newId();
    const period = ["2027-01-04", "2027-02-04"] as const;
    const invoices = await Promise.all(
      [9700, 19_700].map((netMinor) =>
        insertInvoice(db(), { accountId, lines: [{ netMinor, taxMinor: netMinor / 5, period }] }),
      ),
    );
    const invoiceIds = invoices.map(({ id }) => id);
    await db().transaction((tx) => bookInvoices(tx, { invoiceIds }));
    for (const invoiceId of invoiceIds) await db().transaction((tx) => bookInvoice(tx, { invoiceId }));
    const balances = await rows(
      db(),
      sql`SELECT account, sum(amount_minor)::bigint AS minor FROM billing.posting WHERE account_id = ${accountId}
          GROUP BY 1 ORDER BY 1`,
    );
    assert.deepEqual(balances, [
      { account: "deferred_revenue", minor: -29_400 },
      { account: "receivables", minor: 35_280 },
      { account: "tax_payable", minor: -5880 },
    ]);
  });

  it("refuses what is not issued", async () => {
    await assert.rejects(
      db().transaction((tx) => bookInvoices(tx, { invoiceIds: [newId()] })),
      /Only issued invoices/,
    );
  });
});
