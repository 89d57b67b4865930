import type { z } from "zod";
import type { Call } from "#web/context.ts";
import { countryName } from "#web/format/countries.ts";
import type { AccountCards, AccountDetail, AccountTimeline } from "#modules/people/contract/lists.ts";
import type { MembersOfAccount } from "#modules/people/contract/members.ts";
import type { MergeEntry, MergePreview } from "#modules/people/contract/merges.ts";

/** A customer with names of places and languages, written where the page is loaded: browsers name some otherwise. */
export type CustomerDetail = z.output<typeof AccountDetail> & {
  countryName: string | null;
  languageName: string;
};
export type CustomerCards = z.output<typeof AccountCards>;
export type CustomerTimeline = z.output<typeof AccountTimeline>;
export type CustomerMembers = z.output<typeof MembersOfAccount>;
export type Merge = z.output<typeof MergeEntry>;
export type MergeOutlook = z.output<typeof MergePreview>;

/** Reads a customer for a page. */
export async function readCustomer(call: Call, accountId: string): Promise<CustomerDetail> {
  const account = await call<z.output<typeof AccountDetail>>("people.get_account", { accountId });
  const languages = new Intl.DisplayNames(["en"], { type: "language" });
  return {
    ...account,
    countryName: account.country && countryName(account.country),
    languageName: languages.of(account.locale) ?? account.locale,
  };
}
