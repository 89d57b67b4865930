import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { PeopleContext } from "#modules/people/accounts/open-account.ts";
import type { AccountFacts } from "#modules/people/contract/account.ts";
import { AccountOpened } from "#modules/people/events/accounts.ts";
import { factsOf, type Matched } from "#modules/people/importing/match-rows.ts";

/** A row that nobody is known for. */
export type Opening = Matched & { kind: "open" };

/** What rows that do not say are given. */
export type ImportDefaults = Pick<AccountFacts, "currency" | "locale" | "zone">;

const BLANK = { region: "", postcode: "", city: "", line1: "", line2: "", country: null, taxId: null };

/** Adds whoever an address of the rows is new for; all addresses and whose they are. */
async function addPeople(
  tx: Tx,
  opening: readonly Opening[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const strangers = new Map<string, object>();
  for (const { row, personId } of opening) {
    const { email, name } = row.values;
    if (personId === null && email !== undefined && !strangers.has(email))
      strangers.set(email, { id: newId(), email, name });
  }
  const found = await rows<{ id: string; email: string }>(
    tx,
    // The empty update makes the row come back whoever wrote it.
    sql`INSERT INTO auth.person (id, name, email, email_verified, role, created_at, updated_at)
        SELECT id, name, email, false, NULL, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify([...strangers.values()])}::jsonb) AS p (id uuid, name text, email text)
        ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id, email`,
  );
  return new Map(found.map(({ id, email }) => [email, id]));
}

async function addAccounts(tx: Tx, accounts: readonly object[], now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.execute(
    sql`INSERT INTO people.account (id, kind, name, external_id, tax_id, country, region, postcode, city, line1, line2,
          currency, locale, zone, created_at, updated_at)
        SELECT id, kind, name, "externalId", "taxId", country, region, postcode, city, line1, line2, currency, locale,
          zone, ${at}::timestamptz, ${at}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS a (id uuid, kind text, name text,
          "externalId" text, "taxId" text, country text, region text, postcode text, city text, line1 text, line2 text,
          currency text, locale text, zone text)`,
  );
  await tx.execute(
    sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
        SELECT "membershipId", id, "ownerId", 'owner', ${at}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
          AS a ("membershipId" uuid, id uuid, "ownerId" uuid) WHERE "ownerId" IS NOT NULL`,
  );
}

/** Opens the accounts of many rows at once, as `openAccount` does one. */
export async function openRows(
  { tx, now, emit }: PeopleContext,
  opening: readonly Opening[],
  defaults: ImportDefaults,
): Promise<void> {
  if (opening.length === 0) return;
  const people = await addPeople(tx, opening, now);
  const accounts = opening.map(({ row, personId }) => ({
    id: newId(),
    membershipId: newId(),
    ownerId: personId ?? people.get(row.values.email ?? "") ?? null,
    externalId: row.values.externalId ?? null,
    kind: "individual" as const,
    ...BLANK,
    ...defaults,
    ...factsOf(row),
  }));
  await addAccounts(tx, accounts, now);
  for (const { id, ownerId, kind } of accounts)
    await emit(AccountOpened, { accountId: id, personId: ownerId, kind, source: "import" });
}
