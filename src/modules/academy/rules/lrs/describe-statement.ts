import { identityOf, membersOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { chooseLanguage } from "#modules/academy/rules/lrs/choose-language.ts";
import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** The last piece of an IRI, as words: `http://…/verbs/launched-again` reads `launched again`. */
const lastPiece = (iri: string): string =>
  (iri.split(/[/#:]/).findLast((piece) => piece !== "") ?? iri).replace(/[-_]+/g, " ");

function inWords(map: Json, iri: string, languages: readonly string[]): string {
  const [text] = isObject(map) ? Object.values(chooseLanguage(map, languages)) : [];
  return typeof text === "string" && text !== "" ? text : lastPiece(iri);
}

function actorInWords(actor: JsonObject): string {
  if (typeof actor.name === "string" && actor.name !== "") return actor.name;
  const account = actor.account as JsonObject | undefined;
  if (typeof actor.mbox === "string") return actor.mbox.replace(/^mailto:/, "");
  if (account) return String(account.name);
  const members = membersOf(actor).length;
  return identityOf(actor)?.split(" ").at(-1) ?? `A group of ${members}`;
}

function objectInWords(object: JsonObject, languages: readonly string[]): string {
  const type = object.objectType;
  if (type === "Agent" || type === "Group") return actorInWords(object);
  if (type === "StatementRef") return `Statement ${String(object.id)}`;
  if (type === "SubStatement") return describeStatement(object, languages).sentence;
  return inWords((object.definition as JsonObject | undefined)?.name, String(object.id), languages);
}

/** Who did what, in words: names where the statement has them, else what identifies them. */
export function describeStatement(
  statement: JsonObject,
  languages: readonly string[],
): { actor: string; verb: string; object: string; sentence: string; score: number | null } {
  const verb = statement.verb as JsonObject;
  const actor = actorInWords(statement.actor as JsonObject);
  const did = inWords(verb.display, String(verb.id), languages);
  const object = objectInWords(statement.object as JsonObject, languages);
  const score = (statement.result as JsonObject | undefined)?.score;
  const scaled = isObject(score) ? score.scaled : undefined;
  return {
    actor,
    verb: did,
    object,
    sentence: `${actor} ${did} ${object}`,
    score: typeof scaled === "number" ? scaled : null,
  };
}
