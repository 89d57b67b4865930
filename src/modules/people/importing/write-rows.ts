import { sql } from "#kernel/db/sql.ts";
import { changeAccount } from "#modules/people/accounts/change-account.ts";
import type { PeopleContext } from "#modules/people/accounts/open-account.ts";
import { type Matched, matchRows } from "#modules/people/importing/match-rows.ts";
import { type ImportDefaults, openRows, type Opening } from "#modules/people/importing/open-rows.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";
import type { CustomerRow } from "#modules/people/rules/import/read-customer-file.ts";

/** How many accounts were opened, changed, and left as they were. */
export interface Written {
  opened: number;
  changed: number;
  unchanged: number;
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

const isOpening = (one: Matched): one is Opening => one.kind === "open";

/** Brings rows in; told again, the same rows change nothing. */
export async function writeRows(
  context: PeopleContext,
  some: readonly CustomerRow[],
  defaults: ImportDefaults,
): Promise<Written> {
  await lockKeys(context, some);
  const matched = await matchRows(context.tx, some);
  await openRows(context, matched.filter(isOpening), defaults);
  for (const one of matched) if (one.kind === "change") await change(context, one);
  const count = (kind: Matched["kind"]) => matched.filter((one) => one.kind === kind).length;
  return { opened: count("open"), changed: count("change"), unchanged: count("unchanged") };
}
