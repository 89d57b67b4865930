import { sql } from "#kernel/db/sql.ts";
import { changeAccount } from "#modules/people/accounts/change-account.ts";
import { newPerson } from "#modules/people/accounts/new-person.ts";
import { openAccount, type PeopleContext } from "#modules/people/accounts/open-account.ts";
import type { AccountFacts } from "#modules/people/contract/account.ts";
import { factsOf, type Matched, matchRows } from "#modules/people/importing/match-rows.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";
import type { CustomerRow } from "#modules/people/rules/import/read-customer-file.ts";

/** What rows that do not say are given. */
export type ImportDefaults = Pick<AccountFacts, "currency" | "locale" | "zone">;

/** How many accounts were opened, changed, and left as they were. */
export interface Written {
  opened: number;
  changed: number;
  unchanged: number;
}

const BLANK = {
  region: "",
  postcode: "",
  city: "",
  line1: "",
  line2: "",
  country: null,
  taxId: null,
  billingEmail: null,
};

async function open(context: PeopleContext, matched: Matched & { kind: "open" }, defaults: ImportDefaults) {
  const { row, personId } = matched;
  const { tx, now } = context;
  const { externalId, email, name = "" } = row.values;
  const ownerId = personId ?? (email ? await newPerson(tx, { name, email, now }) : null);
  const facts: AccountFacts = { kind: "individual", name, ...BLANK, ...defaults, ...factsOf(row) };
  await openAccount(context, { facts, ownerId, externalId, source: "import" });
}

async function change(context: PeopleContext, { row, account, facts }: Matched & { kind: "change" }) {
  const { tx } = context;
  await lockAccount(tx, account.accountId);
  await changeAccount(context, account, { facts, by: "import" });
  if (account.externalId === null && row.values.externalId !== undefined)
    await tx.execute(
      sql`UPDATE people.account SET external_id = ${row.values.externalId} WHERE id = ${account.accountId}`,
    );
}

/** Lets nobody else decide whose these addresses and ids are until the end of the transaction. */
async function lockKeys({ tx }: PeopleContext, some: readonly CustomerRow[]): Promise<void> {
  const keys = some.flatMap(({ values }) => [
    ...(values.email ? [`people.email:${values.email}`] : []),
    ...(values.externalId ? [`people.external:${values.externalId}`] : []),
  ]);
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(key) FROM (
          SELECT DISTINCT hashtextextended(k, 0) AS key FROM unnest(${sql.param(keys)}::text[]) AS k ORDER BY 1) AS ordered`,
  );
}

/** Brings rows in; told again, the same rows change nothing. */
export async function writeRows(
  context: PeopleContext,
  some: readonly CustomerRow[],
  defaults: ImportDefaults,
): Promise<Written> {
  await lockKeys(context, some);
  const matched = await matchRows(context.tx, some);
  for (const one of matched) {
    if (one.kind === "open") await open(context, one, defaults);
    if (one.kind === "change") await change(context, one);
  }
  const count = (kind: Matched["kind"]) => matched.filter((one) => one.kind === kind).length;
  return { opened: count("open"), changed: count("change"), unchanged: count("unchanged") };
}
