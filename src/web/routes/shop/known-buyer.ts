import type { z } from "zod";
import type { MyAccounts } from "#modules/people/contract/portal.ts";
import type { PageContext } from "#web/context.ts";
import type { KnownBuyer } from "./buyer-fields.tsx";

const nothing = (country: string): KnownBuyer => ({
  email: "",
  name: "",
  organisation: null,
  taxId: null,
  country,
  region: null,
  postcode: null,
  city: "",
  line1: "",
  line2: null,
});

/** What the form is filled in with: of who is signed in, their account's address; of a stranger a guess at the country. */
export async function findKnownBuyer(page: PageContext, country: string): Promise<KnownBuyer> {
  const { viewer } = page;
  if (!viewer) return nothing(country);
  const { items } = await page.call<z.output<typeof MyAccounts>>("people.get_my_accounts");
  const own = items.find(({ canBuy }) => canBuy);
  const known = { ...nothing(own?.country ?? country), email: viewer.email, name: viewer.name };
  if (!own) return known;
  return {
    ...known,
    organisation: own.kind === "organisation" ? own.name : null,
    taxId: own.taxId,
    region: own.region || null,
    postcode: own.postcode || null,
    city: own.city,
    line1: own.line1,
    line2: own.line2 || null,
  };
}
