import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { type Account, getAccount } from "#modules/people/index.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";

const orNull = (text: string | null): string | null => text || null;

/** An account as an invoice of today would say it. Errors: `billing.address_missing`. */
export function snapshotOf(account: Account): CustomerSnapshot {
  if (!account.country)
    throw refuse(
      "conflict",
      "billing.address_missing",
      "This customer has no billing address yet. Add it first.",
    );
  return {
    email: account.email ?? "",
    name: account.name,
    organisation: account.kind === "organisation" ? account.name : null,
    taxId: orNull(account.taxId),
    country: account.country,
    region: orNull(account.region),
    postcode: orNull(account.postcode),
    city: account.city,
    line1: account.line1,
    line2: orNull(account.line2),
    locale: account.locale,
  };
}

/** The customer as an invoice of today would say it. Errors: `people.account_unknown`, `billing.address_missing`. */
export const getCustomerSnapshot = async (db: Db, accountId: string): Promise<CustomerSnapshot> =>
  snapshotOf(await getAccount(db, accountId));
