import type { Actor, Permission } from "#kernel/actor.ts";

/** True when the actor's role, within the limits of its token, includes the right to edit the plan. */
export function canEditPlan(actor: Actor): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  const isEditor = actor.role === "owner" || actor.role === "admin" || actor.role === "editor";
  return isEditor && withinScope(actor, "playbook:edit");
}

/** True for owner and admin: they settle what others may not. */
export function canDecidePlan(actor: Actor): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  return (actor.role === "owner" || actor.role === "admin") && withinScope(actor, "playbook:decide");
}

const withinScope = (actor: Actor, permission: Permission): boolean =>
  actor.kind !== "token" || actor.scopes.includes("*") || actor.scopes.includes(permission);

const isPerson = (actor: Actor, personId: string | null): boolean =>
  (actor.kind === "person" || actor.kind === "token") && personId !== null && actor.personId === personId;

/** A note is a person's word: neither the house nor an agent can sign one. */
export const canSignNote = (actor: Actor): boolean =>
  actor.kind === "person" || (actor.kind === "token" && !actor.agent);

/** Who brought evidence may take it back; so may editors. */
export const canWithdrawEvidence = (actor: Actor, item: { createdBy: string | null }): boolean =>
  isPerson(actor, item.createdBy) || canEditPlan(actor);

/** Anybody may take a thing nobody owns for themselves; giving it to another, or taking it away, is for editors. */
export const canAssign = (actor: Actor, thing: { ownerId: string | null }, to: string | null): boolean =>
  canEditPlan(actor) || (to !== null && thing.ownerId === null && isPerson(actor, to));

/** Who has to do an action may tick it off; so may editors. */
export const canCompleteAction = (actor: Actor, action: { assigneeId: string | null }): boolean =>
  isPerson(actor, action.assigneeId) || canEditPlan(actor);

/** Words are changed by who wrote them. */
export const canEditComment = (actor: Actor, comment: { authorId: string | null }): boolean =>
  isPerson(actor, comment.authorId);

/** Words are removed by who wrote them, or by owner and admin. */
export const canRemoveComment = (actor: Actor, comment: { authorId: string | null }): boolean =>
  isPerson(actor, comment.authorId) || canDecidePlan(actor);

/** Who owns a risk or an experiment may write into it; so may editors. */
export const canTend = (actor: Actor, thing: { ownerId: string | null }): boolean =>
  isPerson(actor, thing.ownerId) || canEditPlan(actor);
