import { type Actor, membershipIn } from "#kernel/actor.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";

/** Who spends an account's money. */
export const canBuyFor = (role: MemberRole | undefined): boolean =>
  role === "owner" || role === "admin" || role === "billing";

/** Who changes an account's name, address and tax number: all who buy for it. */
export const canEditAccount = (actor: Actor, accountId: string): boolean =>
  canBuyFor(membershipIn(actor, accountId));

/** Everybody who belongs to an account sees it and its members. */
export const canSeeAccount = (actor: Actor, accountId: string): boolean =>
  membershipIn(actor, accountId) !== undefined;

/** An owner gives every role; an admin all but that of an owner. */
const canGive = (role: MemberRole | undefined, given: MemberRole): boolean =>
  role === "owner" || (role === "admin" && given !== "owner");

/** Who asks others to join, and as what. */
export const canInvite = (actor: Actor, accountId: string, as: MemberRole): boolean =>
  canGive(membershipIn(actor, accountId), as);

/** Who takes an invitation back or sends it again: all who could have given it. */
export const canManageInvitation = (actor: Actor, invitation: { accountId: string; role: MemberRole }) =>
  canInvite(actor, invitation.accountId, invitation.role);

/** Who gives a member another role; an admin neither makes nor touches owners. */
export const canChangeMember = (
  actor: Actor,
  member: { accountId: string; role: MemberRole },
  to: MemberRole,
): boolean => {
  const role = membershipIn(actor, member.accountId);
  return canGive(role, member.role) && canGive(role, to);
};

/** Who shows a member out. Oneself one leaves. */
export const canRemoveMember = (
  actor: Actor,
  member: { accountId: string; personId: string; role: MemberRole },
): boolean => canGive(membershipIn(actor, member.accountId), member.role) && ownId(actor) !== member.personId;

const ownId = (actor: Actor): string | undefined =>
  actor.kind === "person" || actor.kind === "token" ? actor.personId : undefined;

/** Somebody who acts for themselves with all their rights: a person, or a token that was not narrowed. */
export const isOneself = (actor: Actor): boolean =>
  actor.kind === "person" || (actor.kind === "token" && actor.scopes.includes("*"));
