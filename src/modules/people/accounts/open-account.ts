import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { AccountFacts } from "#modules/people/contract/account.ts";
import { AccountOpened } from "#modules/people/events/accounts.ts";
import { addMember } from "#modules/people/memberships/add-member.ts";

/** What the inner doors of this module need of the operation they run in. */
export type PeopleContext = Pick<CommandContext<unknown>, "tx" | "now" | "emit">;

interface Opening {
  facts: AccountFacts;
  ownerId: string | null;
  source: "checkout" | "console" | "import";
  externalId?: string;
}

/** Opens an account with its first owner. Not from a customer's operation: the account is nobody's own before it is there. */
export async function openAccount(context: PeopleContext, opening: Opening): Promise<string> {
  const { tx, now, emit } = context;
  const { facts, ownerId, source } = opening;
  const accountId = newId();
  await tx.execute(
    sql`INSERT INTO people.account (id, kind, name, external_id, billing_email, tax_id, country, region, postcode, city,
          line1, line2, currency, locale, zone, created_at, updated_at)
        VALUES (${accountId}, ${facts.kind}, ${facts.name}, ${opening.externalId ?? null}, ${facts.billingEmail},
          ${facts.taxId}, ${facts.country}, ${facts.region}, ${facts.postcode}, ${facts.city}, ${facts.line1},
          ${facts.line2}, ${facts.currency}, ${facts.locale}, ${facts.zone}, ${now.toString()}, ${now.toString()})`,
  );
  if (ownerId) await addMember(tx, { accountId, personId: ownerId, role: "owner", now });
  await emit(AccountOpened, { accountId, personId: ownerId, kind: facts.kind, source });
  return accountId;
}
