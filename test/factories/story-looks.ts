import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { findEntitlements } from "#modules/billing/index.ts";
import { meterUsage } from "#modules/billing/queries/usage/meter-usage.ts";
import type { Teller } from "#test/factories/story.ts";

const major = (minor: number): string => (minor / 100).toFixed(2);

interface DocumentRow {
  id: string;
  kind: "invoice" | "credit_note";
  total: number;
  tax: number;
}

/** Invoices and credit notes since the line before, in the order they were issued. */
async function newDocuments(teller: Teller): Promise<string[]> {
  const found = await rows<DocumentRow>(
    teller.at.house.app.database.db,
    sql`SELECT id, kind, total_minor AS total, tax_minor AS tax FROM billing.invoice
        WHERE account_id = ${teller.accountId || null} AND number IS NOT NULL ORDER BY issued_at, kind DESC, number`,
  );
  const fresh = found.filter(({ id }) => !teller.seen.has(id));
  for (const { id } of fresh) teller.seen.add(id);
  if (fresh.length === 0) return ["nothing"];
  return fresh.map(({ kind, total, tax }) => {
    const what = kind === "invoice" ? "invoice" : "credit note";
    return tax === 0 ? `${what} ${major(total)}` : `${what} ${major(total)} with ${major(tax)} tax`;
  });
}

interface Standing {
  status: string;
  starts: string | null;
  ends: string | null;
}

const subscription = (teller: Teller): Promise<Standing | undefined> =>
  firstRow<Standing>(
    teller.at.house.app.database.db,
    sql`SELECT status, period_starts_on AS starts, period_ends_on AS ends FROM billing.subscription
        WHERE account_id = ${teller.accountId}`,
  );

const sum = async (teller: Teller, expression: ReturnType<typeof sql>): Promise<string> => {
  const row = await firstRow<{ sum: number | null }>(
    teller.at.house.app.database.db,
    sql`SELECT (${expression})::bigint AS sum`,
  );
  return major(row?.sum ?? 0);
};

type Look = (teller: Teller) => Promise<string>;

/** What may stand in the last column, by its first word. */
const LOOKS: Readonly<Record<string, Look>> = {
  is: async (teller) => (await subscription(teller))?.status ?? "none",
  from: async (teller) => (await subscription(teller))?.starts ?? "none",
  until: async (teller) => (await subscription(teller))?.ends ?? "none",
  mrr: ({ at, accountId, ...teller }) =>
    sum(
      { at, accountId, ...teller },
      sql`SELECT mrr_minor FROM billing.subscription_state WHERE account_id = ${accountId}
          ORDER BY from_at DESC, id DESC LIMIT 1`,
    ),
  balance: (teller) =>
    sum(
      teller,
      sql`SELECT sum(amount_minor) FROM billing.credit_entry WHERE account_id = ${teller.accountId}`,
    ),
  open: (teller) =>
    sum(
      teller,
      sql`SELECT sum(total_minor - paid_minor - credited_minor) FROM billing.invoice
          WHERE account_id = ${teller.accountId} AND kind = 'invoice' AND status = 'open'`,
    ),
  earned: (teller) =>
    sum(
      teller,
      sql`SELECT sum(earned_minor - reversed_minor) FROM billing.revenue_schedule
          WHERE account_id = ${teller.accountId}`,
    ),
  refunds: (teller) =>
    sum(teller, sql`SELECT sum(amount_minor) FROM billing.refund WHERE account_id = ${teller.accountId}`),
  used: async ({ at, accountId }) => {
    const { app, clock } = at.house;
    const [meter] = await meterUsage(app.database.db, accountId, clock.now());
    return meter ? `${meter.used} of ${meter.limit}` : "nothing";
  },
  due: async (teller) =>
    (
      await firstRow<{ due: string }>(
        teller.at.house.app.database.db,
        sql`SELECT due_on AS due FROM billing.invoice WHERE account_id = ${teller.accountId} AND kind = 'invoice'
            ORDER BY issued_at DESC, number DESC LIMIT 1`,
      )
    )?.due ?? "none",
};

async function hasAccess(teller: Teller): Promise<boolean> {
  const { app, clock } = teller.at.house;
  const found = await findEntitlements(app.database.db, { accountId: teller.accountId, at: clock.now() });
  return found.length > 0;
}

/**
 * What has come of a line, in the words of its last column: documents issued are always told in full, the rest as far as
 * it is asked for.
 */
export async function look(
  teller: Teller,
  expected: readonly string[],
  refused: string | null,
): Promise<string[]> {
  const actual = refused === null ? await newDocuments(teller) : [`refused ${refused}`];
  for (const word of expected) {
    const [first = ""] = word.split(" ");
    const lookAt = LOOKS[first];
    if (lookAt) actual.push(`${first} ${await lookAt(teller)}`);
    else if (word.endsWith("access")) actual.push((await hasAccess(teller)) ? "access" : "no access");
  }
  return actual;
}
