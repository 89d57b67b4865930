import { checkActivity } from "#modules/academy/rules/lrs/check-activity.ts";
import { checkActor, checkAgent, checkGroup } from "#modules/academy/rules/lrs/check-agent.ts";
import { checkExtensions, checkIri, checkUuid } from "#modules/academy/rules/lrs/check-common-values.ts";
import { checkStatementRef } from "#modules/academy/rules/lrs/check-statement-ref.ts";
import {
  at,
  demandArray,
  demandKeys,
  demandObject,
  demandText,
  type Json,
  type JsonObject,
} from "#modules/academy/rules/lrs/json-values.ts";
import { isLanguageTag } from "#modules/academy/rules/lrs/language-tag.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const KEYS_1 = new Set([
  "registration",
  "instructor",
  "team",
  "contextActivities",
  "revision",
  "platform",
  "language",
  "statement",
  "extensions",
]);
const KEYS_2 = new Set([...KEYS_1, "contextAgents", "contextGroups"]);
const ACTIVITY_KINDS = new Set(["parent", "grouping", "category", "other"]);

function checkContextActivities(value: Json, path: string): void {
  const kinds = demandObject(value, path);
  demandKeys(kinds, ACTIVITY_KINDS, path);
  for (const kind in kinds) {
    const activities = kinds[kind];
    if (!Array.isArray(activities)) checkActivity(activities, at(path, kind));
    else
      activities.forEach((activity, index) => {
        checkActivity(activity, `${path}.${kind}[${index}]`);
      });
  }
}

/** `contextAgents` and `contextGroups` of xAPI 2.0: who else had a part, and in which role. */
function checkParticipants(value: Json, path: string, kind: "Agent" | "Group"): void {
  const who = kind.toLowerCase();
  const keys = new Set(["objectType", who, "relevantTypes"]);
  demandArray(value, path).forEach((item, index) => {
    const place = `${path}[${index}]`;
    const participant = demandObject(item, place);
    if (participant.objectType !== `context${kind}`) fault(at(place, "objectType"), `must be context${kind}`);
    demandKeys(participant, keys, place);
    (kind === "Agent" ? checkAgent : checkGroup)(participant[who], at(place, who));
    if (participant.relevantTypes === undefined) return;
    const types = demandArray(participant.relevantTypes, at(place, "relevantTypes"));
    if (types.length === 0) fault(at(place, "relevantTypes"), "must have an entry");
    types.forEach((type, n) => {
      checkIri(type, `${place}.relevantTypes[${n}]`);
    });
  });
}

function checkTexts(context: JsonObject, path: string, isAboutActivity: boolean): void {
  for (const key of ["revision", "platform"] as const) {
    if (context[key] === undefined) continue;
    demandText(context[key], at(path, key));
    if (!isAboutActivity) fault(at(path, key), "may stand only where the object is an activity");
  }
  if (context.language !== undefined && !isLanguageTag(demandText(context.language, at(path, "language"))))
    fault(at(path, "language"), "must be a language tag of RFC 5646");
}

/** What else there is to know: where, with whom, as part of what. `major` is the version of xAPI that is spoken. */
export function checkContext(
  value: Json,
  path: string,
  about: { isAboutActivity: boolean; major: 1 | 2 },
): void {
  const context = demandObject(value, path);
  demandKeys(context, about.major === 2 ? KEYS_2 : KEYS_1, path);
  if (context.registration !== undefined) checkUuid(context.registration, at(path, "registration"));
  if (context.instructor !== undefined) checkActor(context.instructor, at(path, "instructor"));
  if (context.team !== undefined) checkGroup(context.team, at(path, "team"));
  if (context.contextActivities !== undefined)
    checkContextActivities(context.contextActivities, at(path, "contextActivities"));
  if (context.contextAgents !== undefined)
    checkParticipants(context.contextAgents, at(path, "contextAgents"), "Agent");
  if (context.contextGroups !== undefined)
    checkParticipants(context.contextGroups, at(path, "contextGroups"), "Group");
  checkTexts(context, path, about.isAboutActivity);
  if (context.statement !== undefined) checkStatementRef(context.statement, at(path, "statement"));
  if (context.extensions !== undefined) checkExtensions(context.extensions, at(path, "extensions"));
}
