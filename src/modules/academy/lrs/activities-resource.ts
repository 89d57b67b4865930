import { jsonAnswer } from "#modules/academy/lrs/answers.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import type { LrsRequest } from "#modules/academy/lrs/lrs-request.ts";
import { definitionsOf } from "#modules/academy/lrs/merge-activities.ts";
import { demandKnown, demandParameter, iriParameter } from "#modules/academy/rules/lrs/parameters.ts";

const KNOWN = new Set(["activityId"]);

/** `GET /activities`: all that statements ever said of an activity; the bare activity where they said nothing. */
export async function readActivity(house: LrsHouse, request: LrsRequest): Promise<Response> {
  demandKnown(request.parameters, KNOWN);
  demandParameter(request.parameters, "activityId");
  const id = iriParameter(request.parameters, "activityId") ?? "";
  const definition = (await definitionsOf(house.db, [id])).get(id);
  return jsonAnswer(JSON.stringify({ objectType: "Activity", id, ...(definition ? { definition } : {}) }));
}
