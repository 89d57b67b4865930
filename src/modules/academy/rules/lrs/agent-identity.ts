import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/**
 * The identifier of an agent or an identified group as text: two are the same where this is the same. Undefined for an
 * anonymous group. Agents and groups share identifiers' space in filters, as the specification asks.
 */
export function identityOf(actor: Json): string | undefined {
  if (!isObject(actor)) return undefined;
  if (typeof actor.mbox === "string") return `mbox ${actor.mbox}`;
  if (typeof actor.mbox_sha1sum === "string") return `mbox_sha1sum ${actor.mbox_sha1sum.toLowerCase()}`;
  if (typeof actor.openid === "string") return `openid ${actor.openid}`;
  const account = actor.account as JsonObject | undefined;
  return account ? `account ${String(account.homePage)} ${String(account.name)}` : undefined;
}

/** The identifying property of an agent or group alone, without its name. */
export function identifierOf(actor: JsonObject): JsonObject {
  for (const key of ["mbox", "mbox_sha1sum", "openid", "account"] as const)
    if (actor[key] !== undefined) return { [key]: actor[key] };
  return {};
}

/** The agents of a group; none of an agent. */
export const membersOf = (actor: JsonObject): JsonObject[] =>
  Array.isArray(actor.member) ? (actor.member as JsonObject[]) : [];
