import assert from "node:assert/strict";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { bookInvoice } from "#modules/billing/ledger/book-invoice.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { type BookInvoice, insertInvoice } from "#test/factories/billing-books.ts";
import type { TestApp } from "#test/harness.ts";

/** What the tests of the books ask of a house. */
export function readBooks(house: () => TestApp) {
  const db = () => house().app.database.db;
  return {
    db,
    now: () => house().clock.now(),
    setDay: (on: string) => house().clock.set(Temporal.Instant.from(`${on}T12:00:00Z`)),

    /** An invoice that is issued and booked. */
    issued: async (given: BookInvoice) => {
      const invoice = await insertInvoice(db(), given);
      await db().transaction((tx) => bookInvoice(tx, { invoiceId: invoice.id }));
      return invoice;
    },

    /** Balances of one customer without those that are nothing; what was earned with others has no customer. */
    booksOf: async (accountId: string) => {
      const found = await rows<{ account: string; minor: number }>(
        db(),
        sql`SELECT account, sum(amount_minor)::bigint AS minor FROM billing.posting WHERE account_id = ${accountId}
            GROUP BY 1 HAVING sum(amount_minor) <> 0 ORDER BY 1`,
      );
      return Object.fromEntries(found.map(({ account, minor }) => [account, minor]));
    },

    demandEven: async () => {
      const { ok, checks } = await verifyLedger(db());
      assert.ok(ok, JSON.stringify(checks.filter((check) => !check.ok)));
    },

    /** How a line of an invoice is earned by now. */
    schedule: (invoiceId: string, position = 1) =>
      firstRow<{
        earned_minor: number;
        returned_minor: number;
        reversed_minor: number;
        earned_until_on: string;
      }>(
        db(),
        sql`SELECT earned_minor, returned_minor, reversed_minor, earned_until_on FROM billing.revenue_schedule
            WHERE invoice_id = ${invoiceId} AND position = ${position}`,
      ),
  };
}
