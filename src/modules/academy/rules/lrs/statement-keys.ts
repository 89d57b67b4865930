import { identityOf, membersOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { isUuid } from "#modules/academy/rules/lrs/identifiers.ts";
import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** What a statement is found by; each key is text, and queries ask for the very same text. */
export const filterKey = {
  verb: (iri: string): string => `verb ${iri}`,
  registration: (uuid: string): string => `registration ${uuid.toLowerCase()}`,
  activity: (iri: string): string => `activity ${iri}`,
  relatedActivity: (iri: string): string => `related-activity ${iri}`,
  agent: (identity: string): string => `agent ${identity}`,
  relatedAgent: (identity: string): string => `related-agent ${identity}`,
  /** Accounts named by an id of our own people are found by that id, whatever address the house had at the time. */
  person: (personId: string): string => `person ${personId.toLowerCase()}`,
};

const KINDS = ["parent", "grouping", "category", "other"] as const;

interface Found {
  agents: Set<string>;
  related: Set<string>;
  activities: Set<string>;
  people: Set<string>;
}

function noteAgent(actor: Json, found: Found, isDirect: boolean): void {
  if (!isObject(actor)) return;
  for (const one of [actor, ...membersOf(actor)]) {
    const identity = identityOf(one);
    if (identity === undefined) continue;
    found.related.add(identity);
    if (isDirect) found.agents.add(identity);
    const name = (one.account as JsonObject | undefined)?.name;
    if (typeof name === "string" && isUuid(name)) found.people.add(name);
  }
}

function noteContext(context: JsonObject, found: Found): void {
  noteAgent(context.instructor, found, false);
  noteAgent(context.team, found, false);
  for (const { agent } of (context.contextAgents ?? []) as JsonObject[]) noteAgent(agent, found, false);
  for (const { group } of (context.contextGroups ?? []) as JsonObject[]) noteAgent(group, found, false);
  const activities = context.contextActivities as JsonObject | undefined;
  for (const kind of KINDS)
    for (const { id } of (activities?.[kind] ?? []) as JsonObject[]) found.activities.add(String(id));
}

function noteParts(statement: JsonObject, found: Found, isDirect: boolean): void {
  noteAgent(statement.actor, found, isDirect);
  const object = statement.object as JsonObject;
  if (object.objectType === "Agent" || object.objectType === "Group") noteAgent(object, found, isDirect);
  else if (object.objectType === "SubStatement") noteParts(object, found, false);
  else if (object.objectType !== "StatementRef") found.activities.add(String(object.id));
  if (statement.context !== undefined) noteContext(statement.context as JsonObject, found);
}

/** Every key a normalised statement is found by. */
export function keysOfStatement(statement: JsonObject): string[] {
  const found: Found = { agents: new Set(), related: new Set(), activities: new Set(), people: new Set() };
  noteParts(statement, found, true);
  noteAgent(statement.authority, found, false);
  const keys = [filterKey.verb(String((statement.verb as JsonObject).id))];
  const object = statement.object as JsonObject;
  if (object.objectType === undefined || object.objectType === "Activity")
    keys.push(filterKey.activity(String(object.id)));
  const registration = (statement.context as JsonObject | undefined)?.registration;
  if (typeof registration === "string") keys.push(filterKey.registration(registration));
  for (const identity of found.agents) keys.push(filterKey.agent(identity));
  for (const identity of found.related) keys.push(filterKey.relatedAgent(identity));
  for (const iri of found.activities) keys.push(filterKey.relatedActivity(iri));
  for (const personId of found.people) keys.push(filterKey.person(personId));
  return keys;
}

/** The statement a normalised statement points to, and whether it voids it. */
export function targetOf(statement: JsonObject, voided: string): { targetId: string | null; voids: boolean } {
  const object = statement.object as JsonObject;
  if (object.objectType !== "StatementRef") return { targetId: null, voids: false };
  return { targetId: String(object.id), voids: (statement.verb as JsonObject).id === voided };
}
