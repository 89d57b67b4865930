import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Whom to forget: identities (`identityOf`), and ids of our people, whose accounts are named by them. */
export interface Forgotten {
  identities: ReadonlySet<string>;
  personIds: ReadonlySet<string>;
}

/** Is this agent one of them? */
export function isForgotten(actor: Json, { identities, personIds }: Forgotten): boolean {
  const identity = identityOf(actor);
  if (identity === undefined || !isObject(actor)) return false;
  const name = isObject(actor.account) ? actor.account.name : undefined;
  return identities.has(identity) || (typeof name === "string" && personIds.has(name.toLowerCase()));
}

/** A nameless agent in the place of one that is forgotten. */
const nameless = (actor: JsonObject, stand: string): JsonObject => ({
  ...(actor.objectType === undefined ? {} : { objectType: actor.objectType }),
  account: { homePage: "https://erased.invalid", name: stand },
});

/** The statement with every such agent made nameless, wherever it stands; what extensions hold is left alone. */
export function withoutAgents(value: Json, forgotten: Forgotten, stand: string): Json {
  if (Array.isArray(value)) return value.map((one) => withoutAgents(one, forgotten, stand));
  if (!isObject(value)) return value;
  if (isForgotten(value, forgotten)) return nameless(value, stand);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === "extensions" ? one : withoutAgents(one, forgotten, stand),
    ]),
  );
}
