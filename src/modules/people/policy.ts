import type { MemberRole } from "#modules/people/contract/account.ts";

/** Who spends an account's money. */
export const canBuyFor = (role: MemberRole | undefined): boolean =>
  role === "owner" || role === "admin" || role === "billing";
