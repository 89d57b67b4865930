import type { Actor, StaffRole } from "#kernel/actor.ts";

/** A person as the decisions need them. */
export interface Subject {
  personId: string;
  role: StaffRole | null;
}

const MANAGE = "staff:manage";

const ownId = (actor: Actor): string | undefined =>
  actor.kind === "person" || actor.kind === "token" ? actor.personId : undefined;

const isOwner = (actor: Actor): boolean =>
  actor.kind === "system" || ((actor.kind === "person" || actor.kind === "token") && actor.role === "owner");

/** Somebody who acts with all their rights: a person, or a token that was not narrowed. */
const isWhole = (actor: Actor): boolean =>
  actor.kind === "person" || (actor.kind === "token" && actor.scopes.includes("*"));

/** May this actor manage people? A narrowed token needs the scope. */
export function isManager(actor: Actor): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  if (actor.role !== "owner" && actor.role !== "admin") return false;
  return isWhole(actor) || (actor.kind === "token" && actor.scopes.includes(MANAGE));
}

/** Only an owner makes owners. */
export const canGiveRole = (actor: Actor, role: StaffRole): boolean =>
  isManager(actor) && (role !== "owner" || isOwner(actor));

/** Only an owner touches an owner. */
export const canManage = (actor: Actor, subject: Subject): boolean =>
  isManager(actor) && (subject.role !== "owner" || isOwner(actor));

/** May this actor give this person that role? */
export const canChangeRole = (actor: Actor, subject: Subject, role: StaffRole): boolean =>
  canManage(actor, subject) && canGiveRole(actor, role);

/** Nobody shuts themselves out. */
export const canDisable = (actor: Actor, subject: Subject): boolean =>
  canManage(actor, subject) && ownId(actor) !== subject.personId;

/**
 * A link or token that lets one in as somebody is a secret for a person, never for a program; and an admin must not
 * become an owner, or another admin, by it.
 */
export function canMakeLink(actor: Actor, subject: Subject): boolean {
  if (actor.kind === "token") return false;
  if (isOwner(actor)) return true;
  return isManager(actor) && subject.role !== "owner" && subject.role !== "admin";
}

/** One's own things, acting with all one's rights. */
export const isOwn = (actor: Actor, personId: string | undefined): boolean =>
  isWhole(actor) && (personId === undefined || personId === ownId(actor));

/** One's own sessions and tokens; a manager sees everybody's. */
export const canSeeKeys = (actor: Actor, personId: string | undefined): boolean =>
  isOwn(actor, personId) || isManager(actor);

/** One's own session; a manager ends those of people they manage. */
export const canEndSession = (actor: Actor, subject: Subject): boolean =>
  isOwn(actor, subject.personId) || canManage(actor, subject);

/** One's own token, or anybody's for a manager: taking a key away is always safe. */
export const canRevokeToken = (actor: Actor, token: { personId: string }): boolean =>
  isOwn(actor, token.personId) || isManager(actor);

/**
 * A token is made by a person for themselves, or by the house for anybody. No token makes tokens: a narrow one would
 * make a wide one, an agent's one that is no agent's.
 */
export function canCreateToken(actor: Actor, forPersonId: string | undefined): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "person" && (forPersonId === undefined || forPersonId === actor.personId);
}
