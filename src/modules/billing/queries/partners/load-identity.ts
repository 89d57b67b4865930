import type { Db } from "#kernel/db/database.ts";
import type { Identity } from "#modules/billing/rules/partners/self-referral.ts";
import { findIdentity } from "#modules/people/index.ts";

interface Known {
  accountId: string | null;
  personId: string | null;
  email: string;
  taxId: string | null;
}

const given = <T>(...values: (T | null)[]): T[] => values.filter((value) => value !== null);

/** Everybody behind what is known of somebody: what they said of themselves, and what their account and person say. */
export async function loadIdentity(db: Db, known: Known): Promise<Identity> {
  const { personIds, emails, taxId } = await findIdentity(db, known);
  return {
    accountIds: given(known.accountId),
    personIds,
    emails: [known.email, ...emails],
    taxIds: given(known.taxId, taxId),
  };
}
