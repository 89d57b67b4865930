import { hashKey } from "#modules/academy/lrs/hash-key.ts";
import { notAllowed } from "#modules/academy/lrs/refusals.ts";
import { canUseDocuments, type Sender } from "#modules/academy/lrs/sender.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import {
  agentParameter,
  demandKnown,
  demandParameter,
  instantParameter,
  iriParameter,
  type Parameters,
  uuidParameter,
} from "#modules/academy/rules/lrs/parameters.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

/** The three resources that keep documents. */
export type DocumentResource = "state" | "activity_profile" | "agent_profile";

/** What documents of a request belong to, and which one is meant; all of them where `documentId` is undefined. */
export interface DocumentPlace {
  resource: DocumentResource;
  activityId: string | null;
  activityKey: string | null;
  agent: JsonObject | null;
  agentKey: string | null;
  registration: string | null;
  documentId: string | undefined;
  sinceMs: number | undefined;
}

const PARAMETERS: Record<DocumentResource, readonly string[]> = {
  state: ["activityId", "agent", "registration", "stateId"],
  activity_profile: ["activityId", "profileId"],
  agent_profile: ["agent", "profileId"],
};

/** Reads where a request points. `isRead` allows `since`. Errors: StatementFault. */
export function readPlace(
  resource: DocumentResource,
  parameters: Parameters,
  isRead: boolean,
): DocumentPlace {
  const names = PARAMETERS[resource];
  demandKnown(parameters, new Set(isRead ? [...names, "since"] : names));
  const hasActivity = names.includes("activityId");
  const hasAgent = names.includes("agent");
  if (hasActivity) demandParameter(parameters, "activityId");
  if (hasAgent) demandParameter(parameters, "agent");
  const activityId = hasActivity ? (iriParameter(parameters, "activityId") ?? null) : null;
  const agent = hasAgent ? (agentParameter(parameters) ?? null) : null;
  const idName = resource === "state" ? "stateId" : "profileId";
  return {
    resource,
    activityId,
    activityKey: activityId === null ? null : hashKey(filterKey.activity(activityId)),
    agent,
    agentKey: agent === null ? null : hashKey(filterKey.agent(identityOf(agent) ?? "")),
    registration: uuidParameter(parameters, "registration") ?? null,
    documentId: parameters.has(idName) ? demandParameter(parameters, idName) : undefined,
    sinceMs: instantParameter(parameters, "since"),
  };
}

/** The row of one document: a hash of all that identifies it. */
export const documentKey = (place: DocumentPlace, documentId: string): string =>
  hashKey(
    JSON.stringify([place.resource, place.activityKey, place.agentKey, place.registration, documentId]),
  );

/** May the sender come here? A player's token opens its own student, registration and activity alone. */
export function demandPlace(sender: Sender, place: DocumentPlace, writes: boolean): void {
  const kind = place.resource === "state" ? "state" : "profile";
  const { reach } = sender;
  const isReached =
    reach === undefined ||
    ((place.agent === null || identityOf(place.agent) === reach.identity) &&
      (place.activityId === null || place.activityId === reach.activityId) &&
      (place.resource !== "state" || place.registration === reach.registration));
  if (!isReached || !canUseDocuments(sender, kind, writes))
    throw notAllowed(`This client may not ${writes ? "change" : "read"} these documents.`);
}
