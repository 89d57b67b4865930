import type { MemberRole } from "#modules/people/contract/account.ts";

/** What each role is for, most rights first. */
export const ROLES: readonly { value: MemberRole; label: string; hint: string }[] = [
  { value: "owner", label: "Owner", hint: "Everything, other owners too." },
  { value: "admin", label: "Admin", hint: "Everything but owners." },
  { value: "billing", label: "Billing", hint: "Plans, invoices and payment." },
  { value: "member", label: "Member", hint: "Uses what the account has bought." },
];

/** The roles somebody may give: an owner all, an admin all but owner, nobody else any. */
export function rolesToGive(own: MemberRole): typeof ROLES {
  if (own === "owner") return ROLES;
  return own === "admin" ? ROLES.filter(({ value }) => value !== "owner") : [];
}

/** What a role is called. */
export const roleLabel = (role: MemberRole): string =>
  ROLES.find(({ value }) => value === role)?.label ?? role;
