import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { type Check, compare, findFaults } from "#modules/billing/ledger/compare.ts";
import { comparisons } from "#modules/billing/ledger/comparisons.ts";

/** What a look through the books found. */
export interface LedgerVerdict {
  ok: boolean;
  checks: Check[];
}

const balanced = (db: Db) =>
  findFaults(db, {
    key: "balanced",
    title: "Every journal sums to zero in each currency",
    among: sql`billing.journal`,
    faults: sql`SELECT j.ref AS fault FROM billing.journal j LEFT JOIN (
        SELECT journal_id, currency, sum(amount_minor) AS left_over FROM billing.posting GROUP BY 1, 2) p
        ON p.journal_id = j.id
      GROUP BY j.id HAVING count(p.currency) = 0 OR bool_or(p.left_over <> 0)`,
  });

const booked = (db: Db) =>
  findFaults(db, {
    key: "booked",
    title: "Every invoice, credit note and payment is booked",
    among: sql`billing.journal WHERE kind IN ('invoice', 'credit_note', 'payment')`,
    faults: sql`SELECT i.full_number AS fault FROM billing.invoice i
        WHERE i.number IS NOT NULL AND i.total_minor <> 0
          AND NOT EXISTS (SELECT FROM billing.journal j WHERE j.ref = i.kind || ':' || i.id)
      UNION ALL SELECT 'payment ' || p.id FROM billing.payment p
        WHERE NOT EXISTS (SELECT FROM billing.journal j WHERE j.ref = 'payment:' || p.id)`,
  });

/** Customers whose receivables or credit the books see differently; looked for when the sums differ. */
const customersAtFault = (db: Db) =>
  findFaults(db, {
    key: "customers",
    title: "The books agree with the records of each customer",
    among: sql`(SELECT DISTINCT account_id FROM billing.invoice) c`,
    faults: sql`SELECT account_id || ' ' || account || ' ' || currency AS fault FROM (
        SELECT account_id, account, currency, amount_minor AS minor FROM billing.posting
          WHERE account = 'receivables' AND account_id IS NOT NULL
        UNION ALL SELECT account_id, account, currency, amount_minor FROM billing.posting
          WHERE account = 'customer_credit' AND account_id IS NOT NULL
        UNION ALL SELECT account_id, 'receivables', currency, paid_minor + credited_minor - total_minor
          FROM billing.invoice WHERE kind = 'invoice' AND status IN ('open', 'paid')
        UNION ALL SELECT account_id, 'customer_credit', currency, amount_minor FROM billing.credit_entry) both_sides
      GROUP BY account_id, account, currency HAVING sum(minor) <> 0`,
  });

/**
 * Looks through the books: every journal balances, everything is booked, and each account says what the records say:
 * receivables, customer credit, deferred and earned revenue, tax, payments, refunds, disputes. All of one instant.
 */
export function verifyLedger(db: Db): Promise<LedgerVerdict> {
  return db.transaction(
    async (tx) => {
      const checks = [await balanced(tx), await booked(tx)];
      for (const comparison of comparisons) checks.push(await compare(tx, comparison));
      const customersDiffer = checks.some(
        ({ key, ok }) => !ok && (key === "receivables" || key === "customer_credit"),
      );
      if (customersDiffer) checks.push(await customersAtFault(tx));
      return { ok: checks.every(({ ok }) => ok), checks };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
