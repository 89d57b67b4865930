import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parse } from "csv-parse/sync";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { bookInvoice } from "#modules/billing/ledger/book-invoice.ts";
import { bookPayment } from "#modules/billing/ledger/book-payment.ts";
import { bookVoid } from "#modules/billing/ledger/book-void.ts";
import { LEDGER_ACCOUNTS } from "#modules/billing/rules/ledger/accounts.ts";
import { insertInvoice, insertPayment } from "#test/factories/billing-books.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
const accountId = newId();
let invoices: string[];
const db = () => house.app.database.db;

before(async () => {
  house = await openTestApp();
  await db().execute(
    sql`INSERT INTO people.account (id, kind, name, country, currency, locale, zone, created_at, updated_at)
        VALUES (${accountId}, 'organisation', 'Müller & Söhne', 'DE', 'USD', 'en-GB', 'UTC', now(), now())`,
  );
  const given = [
    { on: "2027-01-04", currency: "USD", lines: [{ netMinor: 10_000, taxMinor: 2000 }] },
    { on: "2027-01-05", currency: "JPY", lines: [{ netMinor: 5000, taxMinor: 1000 }] },
    { on: "2027-01-06", currency: "KWD", lines: [{ netMinor: 1234, revenue: "usage" as const }] },
    { on: "2027-01-07", currency: "USD", lines: [{ netMinor: 700 }] },
  ];
  invoices = [];
  for (const one of given) {
    const { id } = await insertInvoice(db(), { ...one, accountId, sourceKind: "manual" });
    invoices.push(id);
    await db().transaction((tx) => bookInvoice(tx, { invoiceId: id }));
  }
  const paymentId = await insertPayment(db(), {
    accountId,
    invoiceId: invoices[0] ?? "",
    amountMinor: 12_000,
  });
  await db().transaction((tx) => bookPayment(tx, { paymentId }));
  await db().execute(sql`UPDATE billing.invoice SET status = 'void' WHERE id = ${invoices[3]}`);
  await db().transaction((tx) => bookVoid(tx, { invoiceId: invoices[3] ?? "", at: house.clock.now() }));
});
after(() => house.close());

/** All pieces of an export put together. */
async function exported(format: "csv" | "ledger", limit: number, range: object = {}): Promise<string> {
  let [text, cursor]: [string, string | undefined] = ["", undefined];
  do {
    const piece: { text: string; nextCursor: string | null } = await house.call("billing.export_journal", {
      format,
      limit,
      cursor,
      ...range,
    });
    text += piece.text;
    cursor = piece.nextCursor ?? undefined;
  } while (cursor);
  return text;
}

/** Reads ledger-cli text as that program does: entries begin with a date, postings are indented, two spaces end a name. */
function readLedger(text: string) {
  const entries: { on: string; code: string; payee: string; postings: [string, string, string][] }[] = [];
  for (const line of text.split("\n")) {
    const head = /^(\d{4}-\d\d-\d\d) \* \(([^)]+)\) (\S.*)$/u.exec(line);
    const posting = /^ {4}(\S(?: ?\S)*) {2,}([A-Z]{3}) (-?\d+(?:\.\d+)?)$/u.exec(line);
    if (head) entries.push({ on: head[1] ?? "", code: head[2] ?? "", payee: head[3] ?? "", postings: [] });
    else if (posting) entries.at(-1)?.postings.push([posting[1] ?? "", posting[2] ?? "", posting[3] ?? ""]);
    else assert.match(line, /^( {4}; [a-z]+: \S+)?$/u);
  }
  return entries;
}

describe("the export for ledger-cli", () => {
  it("can be read back: every entry sums to zero, and all say what the books say", async () => {
    const entries = readLedger(await exported("ledger", 2));
    const digits: Record<string, number> = { USD: 2, JPY: 0, KWD: 3 };
    const minorOf = (currency: string, amount: string) => {
      assert.equal(amount.split(".")[1]?.length ?? 0, digits[currency]);
      return Number(amount.replace(".", ""));
    };
    const totals = new Map<string, number>();
    for (const { postings } of entries) {
      assert.ok(postings.length >= 2);
      const sums = new Map<string, number>();
      for (const [name, currency, amount] of postings) {
        const minor = minorOf(currency, amount);
        sums.set(currency, (sums.get(currency) ?? 0) + minor);
        const account = name.split(":")[1] ?? "";
        totals.set(`${account} ${currency}`, (totals.get(`${account} ${currency}`) ?? 0) + minor);
      }
      assert.ok([...sums.values()].every((sum) => sum === 0));
    }
    const { accounts } = await house.call("billing.list_ledger_accounts", {});
    const balances = accounts.flatMap(({ name, balances: held }) =>
      held.map(({ currency, amountMinor }) => [`${name} ${currency}`, amountMinor] as const),
    );
    assert.deepEqual(
      new Map([...totals].filter(([, total]) => total !== 0).toSorted()),
      new Map(balances.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    assert.ok(entries.some(({ postings }) => postings.some(([name]) => name === "Liabilities:Tax owed:DE")));
  });

  it("takes a range of days, the last one left out", async () => {
    const entries = readLedger(await exported("ledger", 50, { fromOn: "2027-01-05", untilOn: "2027-01-06" }));
    assert.deepEqual(new Set(entries.map(({ on }) => on)), new Set(["2027-01-05"]));
    assert.equal(entries.length, 2);
  });
});

describe("the export as CSV", () => {
  it("has a head and a line for each posting, however it is cut", async () => {
    const whole = await exported("csv", 500);
    assert.equal(await exported("csv", 1), whole);
    const lines = parse(whole, { columns: true }) as Record<string, string>[];
    const [count] = await rows<{ n: number }>(db(), sql`SELECT count(*)::int AS n FROM billing.posting`);
    assert.equal(lines.length, count?.n);
    assert.ok(
      lines.some(
        ({ account, currency, amount }) =>
          account === "receivables" && currency === "KWD" && amount === "1.234",
      ),
    );
    assert.ok(lines.every(({ customer }) => customer === accountId));
  });
});

describe("the books", () => {
  it("list all accounts, those without a balance too, with the sign people expect", async () => {
    const { accounts } = await house.call("billing.list_ledger_accounts", {});
    assert.equal(accounts.length, LEDGER_ACCOUNTS.length);
    const tax = accounts.find(({ code }) => code === "tax_payable");
    assert.deepEqual(tax?.balances, [
      { currency: "JPY", amountMinor: -1000, shownMinor: 1000 },
      { currency: "USD", amountMinor: -2000, shownMinor: 2000 },
    ]);
    const early = await house.call("billing.list_ledger_accounts", { asOf: "2027-01-04" });
    const receivables = early.accounts.find(({ code }) => code === "receivables");
    assert.deepEqual(
      receivables?.balances.map(({ currency, amountMinor }) => [currency, amountMinor]),
      [["USD", 11_300]],
    );
  });

  it("list journals by account, kind, customer, words and days, page by page", async () => {
    const list = (input: object) => house.call("billing.list_journals", input);
    assert.equal((await list({ account: "bank" })).items.length, 1);
    assert.equal((await list({ kind: "invoice", accountId })).items.length, 4);
    assert.equal((await list({ text: "müller" })).items.length, 6);
    assert.equal((await list({ text: "no such words" })).items.length, 0);
    assert.equal((await list({ accountId: newId() })).items.length, 0);
    const first = await list({ direction: "asc", limit: 4 });
    const second = await list({ direction: "asc", limit: 4, cursor: first.nextCursor ?? undefined });
    assert.equal(second.nextCursor, null);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 6);
    const days = [...first.items, ...second.items].map(({ on }) => on);
    assert.deepEqual(days, days.toSorted());
  });

  it("show one journal, what took it back, and where its thing is", async () => {
    const { items } = await house.call("billing.list_journals", { kind: "void" });
    const reversal = await house.call("billing.get_journal", { journalId: items[0]?.id ?? "" });
    assert.equal(reversal.accountName, "Müller & Söhne");
    assert.equal(reversal.href, `/console/billing/invoices/${invoices[3]}`);
    assert.ok(reversal.reverses);
    const original = await house.call("billing.get_journal", { journalId: reversal.reverses.id });
    assert.equal(original.reversedBy?.id, reversal.id);
    await assert.rejects(house.call("billing.get_journal", { journalId: newId() }), {
      code: "billing.journal_unknown",
    });
  });
});

describe("billing.audit_invoices", () => {
  const faultsOf = async () => {
    const { checks } = await house.call("billing.audit_invoices", {});
    return Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ key, faults }) => [key, faults]));
  };
  const insertBare = (number: number, totals: { net: number; tax: number; paid?: number; status?: string }) =>
    db().execute(
      sql`INSERT INTO billing.invoice (id, account_id, kind, source_key, source_kind, series, number, full_number, status,
            currency, net_minor, tax_minor, total_minor, paid_minor, issued_at, issued_on, due_on, locale, seller, customer,
            created_at)
          VALUES (${newId()}, ${accountId}, 'invoice', ${`bare:${number}`}, 'manual', 'invoice', ${number},
            ${`invoice-${number}`}, ${totals.status ?? "open"}, 'USD', ${totals.net}, ${totals.tax},
            ${totals.net + totals.tax}, ${totals.paid ?? 0}, now(), '2027-01-08', '2027-01-08', 'en-GB', '{}', '{}', now())`,
    );

  it("finds nothing in what is right", async () => assert.deepEqual(await faultsOf(), {}));

  it("names a gap, wrong totals, wrong tax and wrong settlement", async () => {
    await insertBare(6, { net: 500, tax: 0, paid: 100 });
    await db().execute(sql`UPDATE billing.invoice_series SET next_number = 7 WHERE key = 'invoice'`);
    await insertInvoice(db(), { accountId, lines: [{ netMinor: 1000, taxMinor: 199 }] });
    await insertBare(9, { net: 0, tax: 0 });
    assert.deepEqual(await faultsOf(), {
      gaps: ["invoice 5"],
      duplicates: ["invoice-9"],
      totals: ["invoice-6"],
      tax_rates: ["invoice-7 DE 200000"],
      settlement: ["invoice-9"],
      allocations: ["invoice-6"],
    });
  });
});
