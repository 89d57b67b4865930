import { normalEmail } from "#kernel/auth/people.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { openAccount, type PeopleContext } from "#modules/people/accounts/open-account.ts";
import { findPersonId, lockEmail } from "#modules/people/accounts/person-by-email.ts";
import type { AccountFacts } from "#modules/people/contract/account.ts";
import { newPerson } from "#modules/people/accounts/new-person.ts";
import { canBuyFor } from "#modules/people/policy.ts";
import { currentMemberships } from "#modules/people/memberships/current-memberships.ts";

/** Who buys, as entered. Empty lines may be null or left out. */
export interface Buyer {
  email: string;
  name: string;
  organisation?: string | null;
  taxId?: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  region?: string | null;
  postcode?: string | null;
  city?: string | null;
  line1?: string | null;
  line2?: string | null;
  /** ISO 4217, BCP 47 and IANA: what a new account starts with. */
  currency: string;
  locale: string;
  zone: string;
  /** Who is signed in; then the address proves nothing and is not looked at. */
  signedInPersonId?: string | null;
  /** For which of their accounts somebody signed in buys; left out: the one they have had longest. */
  accountId?: string | null;
}

/** Whom the sale is to. `isNew`: the account was opened now; never tell a visitor, it says whether an address is known. */
export interface EnsuredBuyer {
  personId: string;
  accountId: string;
  isNew: boolean;
}

const factsOf = (buyer: Buyer): AccountFacts => ({
  kind: buyer.organisation ? "organisation" : "individual",
  name: buyer.organisation || buyer.name,
  billingEmail: null,
  taxId: buyer.taxId || null,
  country: buyer.country,
  region: buyer.region ?? "",
  postcode: buyer.postcode ?? "",
  city: buyer.city ?? "",
  line1: buyer.line1 ?? "",
  line2: buyer.line2 ?? "",
  currency: buyer.currency,
  locale: buyer.locale,
  zone: buyer.zone,
});

/** Of two who come with one person at once, the second waits here and finds what the first made. */
async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const found = await firstRow(tx, sql`SELECT id FROM auth.person WHERE id = ${personId} FOR NO KEY UPDATE`);
  if (!found) throw refuse("not_found", "people.person_unknown", "There is nobody of this id.");
}

async function chosenAccount(tx: Tx, personId: string, buyer: Buyer): Promise<string | undefined> {
  const memberships = await currentMemberships(tx, personId);
  if (!buyer.signedInPersonId) return memberships.find(({ role }) => role === "owner")?.accountId;
  const mayBuy = memberships.filter(({ role }) => canBuyFor(role));
  if (!buyer.accountId) return mayBuy[0]?.accountId;
  if (mayBuy.some(({ accountId }) => accountId === buyer.accountId)) return buyer.accountId;
  throw refuse(
    "forbidden",
    "people.account_not_yours",
    "You cannot buy for this account. Ask its owner, or choose another.",
  );
}

/**
 * Finds or makes who buys. Not signed in, the address alone decides: a known one leads to that person's own account,
 * whose stored facts stay as they are; a new one makes a person (not verified, no role) and an account. Signed in, it is
 * the person's account. Needs the rights of the house. Errors: `people.account_not_yours`, `people.person_unknown`.
 */
export async function ensureBuyer(context: PeopleContext, buyer: Buyer): Promise<EnsuredBuyer> {
  const { tx, now } = context;
  const email = normalEmail(buyer.email);
  if (!buyer.signedInPersonId) await lockEmail(tx, email);
  const known = buyer.signedInPersonId ?? (await findPersonId(tx, email));
  const personId = known ?? (await newPerson(tx, { name: buyer.name, email, now }));
  await lockPerson(tx, personId);
  const accountId = await chosenAccount(tx, personId, buyer);
  if (accountId) return { personId, accountId, isNew: false };
  const opened = await openAccount(context, {
    facts: factsOf(buyer),
    ownerId: personId,
    source: "checkout",
  });
  return { personId, accountId: opened, isNew: true };
}
