import { findStatements } from "#modules/academy/lrs/find-statements.ts";
import { jsonAnswer } from "#modules/academy/lrs/answers.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import type { LrsRequest } from "#modules/academy/lrs/lrs-request.ts";
import { notAllowed } from "#modules/academy/lrs/refusals.ts";
import { readableStatements, type Sender } from "#modules/academy/lrs/sender.ts";
import { identifierOf, identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { isObject, type Json } from "#modules/academy/rules/lrs/json-values.ts";
import { agentParameter, demandKnown, demandParameter } from "#modules/academy/rules/lrs/parameters.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

const KNOWN = new Set(["agent"]);
/** Names are looked for in so many of the newest statements an agent has a part in. */
const LOOKED_AT = 100;

/** Names under which an agent stands anywhere in a statement. */
function noteNames(value: Json, identity: string, names: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) noteNames(one, identity, names);
  if (!isObject(value)) return;
  if (typeof value.name === "string" && value.name !== "" && identityOf(value) === identity)
    names.add(value.name);
  for (const [key, one] of Object.entries(value))
    if (key !== "extensions" && key !== "definition") noteNames(one, identity, names);
}

/** `GET /agents`: a Person, with what the store knows the agent by. */
export async function readPerson(house: LrsHouse, request: LrsRequest, sender: Sender): Promise<Response> {
  demandKnown(request.parameters, KNOWN);
  demandParameter(request.parameters, "agent");
  const agent = agentParameter(request.parameters) ?? {};
  const identity = identityOf(agent) ?? "";
  if (sender.reach && sender.reach.identity !== identity)
    throw notAllowed("This token is for another agent.");
  const names = new Set<string>();
  if (typeof agent.name === "string" && agent.name !== "") names.add(agent.name);
  if (readableStatements(sender) !== "none") {
    const search = { keys: [filterKey.relatedAgent(identity)], ascending: false, limit: LOOKED_AT };
    for (const { raw } of await findStatements(house.db, search, sender))
      noteNames(JSON.parse(raw), identity, names);
  }
  const identifiers = Object.fromEntries(
    Object.entries(identifierOf(agent)).map(([key, value]) => [key, [value]]),
  );
  const person = { objectType: "Person", ...(names.size > 0 ? { name: [...names] } : {}), ...identifiers };
  return jsonAnswer(JSON.stringify(person));
}
