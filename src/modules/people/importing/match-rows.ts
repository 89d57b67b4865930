import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { ACCOUNT_COLUMNS, type Account } from "#modules/people/accounts/account.ts";
import type { AccountFacts } from "#modules/people/contract/account.ts";
import type { CustomerRow } from "#modules/people/rules/import/read-customer-file.ts";

/** What a row leads to. */
export type Matched =
  | { kind: "open"; row: CustomerRow; personId: string | null }
  | { kind: "change"; row: CustomerRow; account: Account; facts: Partial<AccountFacts> }
  | { kind: "unchanged"; row: CustomerRow };

type Found = Account & { byId: string | null; byEmail: string | null };

/** Facts a row gives; what it leaves empty is not touched. */
export function factsOf({ values }: CustomerRow): Partial<AccountFacts> {
  const { externalId: _id, email: _email, ...facts } = values;
  return facts as Partial<AccountFacts>;
}

const keysOf = (found: readonly CustomerRow[], field: "externalId" | "email"): string[] =>
  found.flatMap(({ values }) => values[field] ?? []);

/** Accounts the rows name: by id of another system, an account merged away leading to the one it is part of; by address, the owner's. */
function findAccounts(db: Db, some: readonly CustomerRow[]): Promise<Found[]> {
  return rows<Found>(
    db,
    sql`WITH RECURSIVE named (key, id, merged_into_id) AS (
          SELECT external_id, id, merged_into_id FROM people.account
          WHERE external_id = ANY(${sql.param(keysOf(some, "externalId"))}::text[])
          UNION ALL
          SELECT n.key, a.id, a.merged_into_id FROM named n JOIN people.account a ON a.id = n.merged_into_id),
        known (email, person_id) AS (
          SELECT email, id FROM auth.person WHERE email = ANY(${sql.param(keysOf(some, "email"))}::text[])
          UNION ALL SELECT email, person_id FROM people.email_address
          WHERE verified_at IS NOT NULL AND email = ANY(${sql.param(keysOf(some, "email"))}::text[])),
        owned AS (
          SELECT DISTINCT ON (k.email) k.email, m.account_id FROM known k
          JOIN people.membership m ON m.person_id = k.person_id AND m.role = 'owner' AND m.until_at IS NULL
          JOIN people.account a ON a.id = m.account_id AND a.merged_into_id IS NULL
          ORDER BY k.email, m.from_at, m.id)
        SELECT ${ACCOUNT_COLUMNS}, n.key AS "byId", NULL AS "byEmail"
        FROM named n JOIN people.account a ON a.id = n.id WHERE n.merged_into_id IS NULL
        UNION ALL
        SELECT ${ACCOUNT_COLUMNS}, NULL, o.email FROM owned o JOIN people.account a ON a.id = o.account_id`,
  );
}

async function findPeople(db: Db, emails: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ email: string; id: string }>(
    db,
    sql`SELECT email, id FROM auth.person WHERE email = ANY(${sql.param(emails)}::text[])
        UNION ALL SELECT email, person_id FROM people.email_address
        WHERE verified_at IS NOT NULL AND email = ANY(${sql.param(emails)}::text[])`,
  );
  return new Map(found.map(({ email, id }) => [email, id]));
}

/** An account known by address alone is the row's, unless it has another id of that system already. */
function accountOf({ values }: CustomerRow, byId: Map<string, Found>, byEmail: Map<string, Found>) {
  const named = byId.get(values.externalId ?? "");
  if (named) return named;
  const owned = byEmail.get(values.email ?? "");
  if (!owned) return undefined;
  const isOther = owned.externalId !== null && values.externalId !== undefined;
  return isOther ? undefined : owned;
}

/** Says for each row whether it opens an account, changes one, or leaves one as it is. */
export async function matchRows(db: Db, some: readonly CustomerRow[]): Promise<Matched[]> {
  const found = await findAccounts(db, some);
  const byId = new Map(found.flatMap((one) => (one.byId === null ? [] : [[one.byId, one] as const])));
  const byEmail = new Map(
    found.flatMap((one) => (one.byEmail === null ? [] : [[one.byEmail, one] as const])),
  );
  const people = await findPeople(db, keysOf(some, "email"));
  return some.map((row): Matched => {
    const account = accountOf(row, byId, byEmail);
    if (!account) return { kind: "open", row, personId: people.get(row.values.email ?? "") ?? null };
    const facts = factsOf(row);
    const differs = Object.entries(facts).some(
      ([field, value]) => account[field as keyof AccountFacts] !== value,
    );
    const isNamed = account.externalId === null && row.values.externalId !== undefined;
    return differs || isNamed ? { kind: "change", row, account, facts } : { kind: "unchanged", row };
  });
}
