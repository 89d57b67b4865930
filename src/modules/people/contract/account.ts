import { z } from "zod";
import { Country, Currency, Email, line, Locale, Zone } from "#modules/people/contract/words.ts";

/** One human's own affairs, or an organisation's. */
export const AccountKind = z.enum(["individual", "organisation"]);
export type AccountKind = z.output<typeof AccountKind>;

/** What a member may do: an owner everything, an admin all but owners, billing what is paid, a member use what was bought. */
export const MemberRole = z.enum(["owner", "admin", "member", "billing"]);
export type MemberRole = z.output<typeof MemberRole>;

/** What people edit of an account. Lines of the address are empty where unknown. */
export const AccountFacts = z.object({
  kind: AccountKind,
  name: line(160).min(1, "must be filled in"),
  billingEmail: Email.nullable().describe("Where invoices go; null: to the owner"),
  taxId: line(40).nullable().describe("VAT or tax number as the customer writes it"),
  country: Country.nullable(),
  region: line(60).describe("State or province where the country has them"),
  postcode: line(20),
  city: line(100),
  line1: line(160),
  line2: line(160),
  currency: Currency,
  locale: Locale,
  zone: Zone,
});
export type AccountFacts = z.output<typeof AccountFacts>;
