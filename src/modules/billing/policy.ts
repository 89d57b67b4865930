import type { AccountMembership, Actor } from "#kernel/actor.ts";

type MemberRole = AccountMembership["role"];

/** Who may see what an account owes and paid. Members who only work with it do not. */
const SEES_BILLS: readonly MemberRole[] = ["owner", "admin", "billing"];

const memberships = (actor: Actor): readonly AccountMembership[] =>
  actor.kind === "person" || actor.kind === "token" ? (actor.memberships ?? []) : [];

/** The accounts whose bills the actor may see; of one account alone when it is named. */
export const billedAccounts = (actor: Actor, accountId?: string): string[] =>
  memberships(actor)
    .filter((membership) => SEES_BILLS.includes(membership.role))
    .map((membership) => membership.accountId)
    .filter((id) => accountId === undefined || id === accountId);

/** May somebody see the bills of an account? Without one named: of any at all, which may be none. */
export const canSeeBills = (actor: Actor, accountId?: string): boolean =>
  accountId === undefined || billedAccounts(actor, accountId).length > 0;

/** May somebody change what an account has subscribed to, and pay for it? */
export const canManageBilling = (actor: Actor, loaded: { account_id: string }): boolean =>
  billedAccounts(actor, loaded.account_id).length > 0;
