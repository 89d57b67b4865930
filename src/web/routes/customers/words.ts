import type { MemberRole } from "#modules/people/contract/account.ts";
import type { Standing } from "#modules/people/contract/lists.ts";
import type { Choice } from "#web/ui/radio-group.tsx";
import type { Tone } from "#web/ui/tone.ts";

/** What each role of a member is for, strongest first. */
export const roleChoices: readonly (Choice & { value: MemberRole })[] = [
  { value: "owner", label: "Owner", hint: "May do everything, and makes others owners." },
  { value: "admin", label: "Admin", hint: "May do everything, except to owners." },
  { value: "billing", label: "Billing contact", hint: "Buys, pays and changes the address." },
  { value: "member", label: "Member", hint: "Uses what was bought." },
];

/** A member's role in words. */
export const roleLabel = (role: string): string =>
  roleChoices.find(({ value }) => value === role)?.label ?? role;

/** How a customer's standing is shown. */
export const standings: Record<Standing, { word: string; tone: Tone }> = {
  customer: { word: "Customer", tone: "positive" },
  former: { word: "Former customer", tone: "neutral" },
  none: { word: "Nothing bought", tone: "accent" },
};

/** Kinds of accounts in words. */
export const kinds = { individual: "Person", organisation: "Organisation" } as const;

/** What makes an account a customer, in words. */
export const sourceLabel = (kind: string): string =>
  ({ subscription: "Subscription", purchase: "Purchase", enrolment: "Course", order: "Order" })[kind] ??
  `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).replaceAll("_", " ")}`;

/** A table's name as people say it: `billing.invoice_line` is "Billing: invoice line". */
export function tableWords(table: string): string {
  const [module = "", name = ""] = table.split(".");
  return `${module.slice(0, 1).toUpperCase()}${module.slice(1)}: ${name.replaceAll("_", " ")}`;
}
