import type { Actor, Permission } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";
import type { Registry } from "#kernel/operation/registry.ts";

export type AccessDecision = "allowed" | "unauthenticated" | "forbidden";

/** Permissions an actor has: the role's, narrowed by a token's scopes. */
export function permissionsOf(registry: Registry, actor: Actor): ReadonlySet<Permission> {
  if (actor.kind === "system") return new Set(registry.permissions.keys());
  if (actor.kind === "anonymous") return new Set();
  const granted = registry.permissionsOf(actor.role);
  if (actor.kind === "person" || actor.scopes.includes("*")) return granted;
  return new Set([...granted].filter((permission) => actor.scopes.includes(permission)));
}

/** For doors that are no operation. Errors: `access.sign_in`, `access.forbidden`. */
export function demandPermission(registry: Registry, actor: Actor, permission: Permission): void {
  if (actor.kind === "anonymous") throw refuse("unauthenticated", "access.sign_in", "Sign in to do this.");
  if (!permissionsOf(registry, actor).has(permission))
    throw refuse("forbidden", "access.forbidden", "Your role does not allow this.");
}

/** A person, or a token that stands for all of one: a token made for one thing opens nobody's account. */
export const isWholePerson = (actor: Actor): boolean =>
  actor.kind === "person" || (actor.kind === "token" && actor.scopes.includes("*"));

/** May this actor call this operation at all? Pure; the check on the row itself comes after. */
export function decideAccess(registry: Registry, operation: AnyOperation, actor: Actor): AccessDecision {
  if (operation.access === "public") return "allowed";
  if (actor.kind === "anonymous") return "unauthenticated";
  if (operation.access === "signed_in") return "allowed";
  if (operation.access === "customer") return isWholePerson(actor) ? "allowed" : "forbidden";
  return permissionsOf(registry, actor).has(operation.access) ? "allowed" : "forbidden";
}
