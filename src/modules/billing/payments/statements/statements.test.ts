import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { buy, openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;

interface Line {
  amount: string;
  text: string;
  day?: string;
  name?: string;
  iban?: string;
}

const csv = (lines: readonly Line[]) =>
  [
    "Date;Name;Counterparty IBAN;Description;Amount;Currency",
    ...lines.map(({ amount, text, day = "2027-01-04", name = "", iban = "" }) =>
      [day, name, iban, text, amount, "USD"].join(";"),
    ),
  ].join("\n");
const file = (text: string, fileName = "bank.csv") => ({
  fileName,
  content: Buffer.from(text).toString("base64"),
});

describe("bank statements", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());
  const db = () => house.app.database.db;

  async function owing(name = "Anna Ahrens") {
    const bought = await buy(house, shop["test-course"]!.priceIds["full"]!, {
      buyer: { email: `${newId()}@example.com`, name },
    });
    const invoice = await firstRow<{ reference: string; number: string; total: number }>(
      db(),
      sql`SELECT payment_reference AS reference, full_number AS number, total_minor AS total FROM billing.invoice
          WHERE id = ${bought.invoiceId}`,
    );
    return {
      ...bought,
      ...invoice!,
      invoiceId: bought.invoiceId!,
      amount: (invoice!.total / 100).toFixed(2),
    };
  }
  const bring = async (lines: readonly Line[]) => {
    const imported = await house.call("billing.import_statement", file(csv(lines)));
    await house.runJob("billing.match_statement", { statementId: imported.statementId });
    const { items } = await house.call("billing.list_bank_lines", { statementId: imported.statementId });
    return { ...imported, lines: items };
  };
  const invoice = (invoiceId: string) => house.call("billing.get_invoice", { invoiceId });
  it("pay the invoice whose reference stands in a line, and give what it was for", async () => {
    const { invoiceId, reference, amount, accountId } = await owing();
    const { newCount, lines } = await bring([
      { amount, text: `Danke ${reference.match(/.{1,4}/g)!.join(" ")}` },
    ]);
    assert.equal(newCount, 1);
    assert.deepEqual([lines[0]?.status, lines[0]?.account?.id], ["matched", accountId]);
    assert.equal((await invoice(invoiceId)).status, "paid");
    const [purchase] = await rows<{ status: string }>(
      db(),
      sql`SELECT status FROM billing.purchase WHERE account_id = ${accountId}`,
    );
    assert.equal(purchase?.status, "active");
  });

  it("change nothing when the same file comes again, nor what another file told", async () => {
    const { reference, amount, accountId } = await owing();
    const line = { amount, text: reference };
    const first = await bring([line, { amount: "-5.00", text: "Fee A" }]);
    const again = await house.call(
      "billing.import_statement",
      file(csv([line, { amount: "-5.00", text: "Fee A" }]), "again.csv"),
    );
    assert.deepEqual([again.isNew, again.newCount, again.statementId], [false, 0, first.statementId]);
    const overlapping = await bring([
      line,
      { amount: "-5.00", text: "Fee A" },
      { amount: "-6.00", text: "Fee B" },
    ]);
    assert.deepEqual([overlapping.lineCount, overlapping.newCount], [3, 1]);
    const [paid] = await rows<{ n: number }>(
      db(),
      sql`SELECT count(*)::int AS n FROM billing.payment WHERE account_id = ${accountId}`,
    );
    assert.equal(paid?.n, 1);
  });

  it("come in once when twenty import one file at once", async () => {
    const { reference, amount, accountId } = await owing();
    const given = file(
      csv([
        { amount, text: reference },
        { amount, text: `other ${newId()}` },
      ]),
    );
    const all = await Promise.all(
      Array.from({ length: 20 }, () => house.call("billing.import_statement", given)),
    );
    assert.equal(
      all.reduce((sum, { newCount }) => sum + newCount, 0),
      2,
    );
    const statementId = all[0]!.statementId;
    await Promise.all(
      Array.from({ length: 8 }, () => house.runJob("billing.match_statement", { statementId })),
    );
    const [paid] = await rows<{ n: number; minor: number }>(
      db(),
      sql`SELECT count(*)::int AS n, sum(amount_minor)::int AS minor FROM billing.payment WHERE account_id = ${accountId}`,
    );
    assert.deepEqual([paid?.n, paid?.minor], [1, Math.round(Number(amount) * 100)]);
  });

  it("leave an invoice open that is paid in part, and make credit of what is too much", async () => {
    const part = await owing();
    await bring([{ amount: "100.00", text: part.reference }]);
    const open = await invoice(part.invoiceId);
    assert.deepEqual([open.status, open.openMinor], ["open", part.total - 10_000]);
    await bring([{ amount: part.amount, text: part.reference, day: "2027-01-03" }]);
    assert.equal((await invoice(part.invoiceId)).status, "paid");
    const credit = await firstRow<{ minor: number }>(
      db(),
      sql`SELECT sum(amount_minor)::int AS minor FROM billing.credit_entry WHERE account_id = ${part.accountId}`,
    );
    assert.equal(credit?.minor, 10_000);
  });

  it("pay after a slip of the hand when the amount fits, and ask when it does not", async () => {
    const [right, wrong] = [await owing(), await owing()];
    const slip = (reference: string) => `${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}`;
    const { lines } = await bring([
      { amount: right.amount, text: right.reference.replace("INV", "IMV") },
      { amount: "1.00", text: slip(wrong.reference) },
    ]);
    const byAmount = (minor: number) => lines.find(({ amountMinor }) => amountMinor === minor);
    assert.equal(byAmount(right.total)?.status, "matched");
    assert.deepEqual(byAmount(100)?.status, "suggested");
    assert.ok(byAmount(100)?.invoices.some(({ id }) => id === wrong.invoiceId));
    assert.equal((await invoice(wrong.invoiceId)).openMinor, wrong.total);
  });

  it("suggest by who paid before from the same account", async () => {
    const iban = "DE89370400440532013000";
    const first = await owing("Zoë Zander");
    await bring([{ amount: first.amount, text: first.reference, iban }]);
    await house.call("billing.get_invoice", { invoiceId: first.invoiceId });
    const { lines } = await bring([{ amount: "3.33", text: `thanks ${newId()}`, iban }]);
    assert.equal(lines[0]?.status, "unmatched");
  });

  it("show beforehand what they would bring, and write nothing", async () => {
    const { reference, amount, number } = await owing();
    const known = await rows(db(), sql`SELECT id FROM billing.bank_line`);
    const shown = await house.call(
      "billing.preview_statement",
      file(
        csv([
          { amount, text: reference },
          { amount: "-1.00", text: "fee" },
        ]),
      ),
    );
    assert.deepEqual([shown.lineCount, shown.newCount, shown.isKnown], [2, 2, false]);
    assert.equal(shown.lines[0]?.status, "matched");
    assert.deepEqual(
      shown.lines[0]?.invoices.map(({ fullNumber }) => fullNumber),
      [number],
    );
    assert.deepEqual(shown.inMinor, [{ currency: "USD", amountMinor: Math.round(Number(amount) * 100) }]);
    assert.equal((await rows(db(), sql`SELECT id FROM billing.bank_line`)).length, known.length);
    assert.equal(shown.csv?.heads[0], "Date");
  });

  it("wait under an address, are read as somebody says, and remember it", async () => {
    const odd = "Tag|Wieviel|Wozu\n2027-01-02|-7.00|x\n";
    const { draftId } = await house.call("billing.draft_statement", file(odd));
    const draft = await house.call("billing.get_statement_draft", { draftId });
    const guessed = await house.call("billing.preview_statement", {
      fileName: draft.fileName,
      content: draft.content,
    });
    assert.equal(guessed.lineCount, 0);
    const none = guessed.csv!.layout.columns;
    const layout = {
      columns: { ...none, bookedOn: [0], amount: [1], remittance: [2] },
      dateOrder: "ymd" as const,
      decimalMark: "." as const,
      isInverted: true,
    };
    await house.call("billing.update_statement_draft", { draftId, layout });
    const again = await house.call("billing.get_statement_draft", { draftId });
    const imported = await house.call("billing.import_statement", { ...again, layout: again.layout });
    assert.equal(imported.newCount, 1);
    const next = await house.call("billing.preview_statement", file(odd.replace("02", "03")));
    assert.deepEqual([next.lineCount, next.lines[0]?.amountMinor], [1, 700]);
  });

  it("are refused in words when they are too large, empty or no statement", async () => {
    const large = file("x".repeat(10_000_001));
    await assert.rejects(house.call("billing.import_statement", large), code("billing.statement_too_large"));
    await assert.rejects(
      house.call("billing.import_statement", file("<a/>")),
      code("billing.statement_other_kind"),
    );
    const none = file("Date;Amount\n");
    await assert.rejects(house.call("billing.import_statement", none), code("billing.statement_empty"));
  });

  describe("a line that waits for a person", () => {
    async function waiting(amount: string) {
      const { lines } = await bring([{ amount, text: `what is this ${newId()}` }]);
      return lines[0]!.id;
    }

    it("is matched with the customer and invoices somebody names, once", async () => {
      const { accountId, invoiceId, total } = await owing();
      const bankLineId = await waiting("2000.00");
      const given = { bankLineId, accountId, invoiceIds: [invoiceId] };
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () => house.call("billing.match_bank_line", given)),
      );
      const done = tries.filter(({ status }) => status === "fulfilled");
      assert.equal(done.length, 1);
      for (const one of tries)
        if (one.status === "rejected")
          assert.ok(code("billing.bank_line_matched")(one.reason), String(one.reason));
      assert.equal((await invoice(invoiceId)).status, "paid");
      const { items } = await house.call("billing.list_payments", { accountId });
      assert.deepEqual(
        items.map(({ amountMinor, creditMinor }) => [amountMinor, creditMinor]),
        [[200_000, 200_000 - total]],
      );
    });

    it("is taken back, leaves the books as they were, and is matched again", async () => {
      const [wrong, right] = [await owing("Wrong Wendy"), await owing("Right Rita")];
      const bankLineId = await waiting("2500.00");
      await house.call("billing.match_bank_line", {
        bankLineId,
        accountId: wrong.accountId,
        invoiceIds: [wrong.invoiceId],
      });
      assert.equal((await invoice(wrong.invoiceId)).status, "paid");
      const undo = await Promise.allSettled(
        Array.from({ length: 10 }, () => house.call("billing.unmatch_bank_line", { bankLineId })),
      );
      assert.ok(undo.every(({ status }) => status === "fulfilled"));
      const open = await invoice(wrong.invoiceId);
      assert.deepEqual([open.status, open.openMinor], ["open", wrong.total]);
      const [left] = await rows<{ credit: number; booked: number }>(
        db(),
        sql`SELECT (SELECT coalesce(sum(amount_minor), 0)::int FROM billing.credit_entry WHERE account_id = ${wrong.accountId}) AS credit,
              (SELECT sum(amount_minor)::int FROM billing.posting WHERE account_id = ${wrong.accountId} AND account = 'receivables') AS booked`,
      );
      assert.deepEqual(left, { credit: 0, booked: wrong.total });
      await house.call("billing.match_bank_line", {
        bankLineId,
        accountId: right.accountId,
        invoiceIds: [right.invoiceId],
      });
      assert.equal((await invoice(right.invoiceId)).status, "paid");
      const { items } = await house.call("billing.list_payments", { accountId: wrong.accountId });
      assert.equal(items[0]?.status, "returned");
    });

    it("is not taken back once its money has moved on", async () => {
      const { accountId, invoiceId } = await owing();
      const bankLineId = await waiting("1497.00");
      await house.call("billing.match_bank_line", { bankLineId, accountId, invoiceIds: [invoiceId] });
      await house.call("billing.refund_invoice", {
        invoiceId,
        amountMinor: 100,
        reason: "Asked",
        payOut: false,
      });
      await assert.rejects(
        house.call("billing.unmatch_bank_line", { bankLineId }),
        code("billing.payment_moved_on"),
      );
    });

    it("is set aside and taken up again", async () => {
      const bankLineId = await waiting("1.23");
      await house.call("billing.ignore_bank_line", { bankLineId, reason: "Interest" });
      assert.equal((await house.call("billing.get_bank_line", { bankLineId })).reason, "Interest");
      await house.call("billing.unmatch_bank_line", { bankLineId });
      assert.equal((await house.call("billing.get_bank_line", { bankLineId })).status, "unmatched");
    });

    it("refuses another customer's invoice, another currency and money that went out", async () => {
      const [one, other] = [await owing(), await owing()];
      const bankLineId = await waiting("9.99");
      const match = (more: object) =>
        house.call("billing.match_bank_line", { bankLineId, accountId: one.accountId, ...more });
      await assert.rejects(match({ invoiceIds: [other.invoiceId] }), code("billing.invoice_unknown"));
      await assert.rejects(match({ accountId: newId() }), code("people.account_unknown"));
      const { lines } = await bring([{ amount: "-4.44", text: `out ${newId()}` }]);
      await assert.rejects(match({ bankLineId: lines[0]!.id }), code("billing.bank_line_outgoing"));
    });
  });

  it("leave the books in order after all of it", async () => {
    const verdict = await house.call("billing.verify_ledger", {});
    assert.ok(verdict.ok, JSON.stringify(verdict, null, 1));
  });
});
