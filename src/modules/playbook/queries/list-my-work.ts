import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListMyWork, MyWork } from "#modules/playbook/contract/work.ts";
import { canDecidePlan, canEditPlan } from "#modules/playbook/policy.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { myWorkCounts, myWorkRows, type WorkRow } from "#modules/playbook/queries/my-work-rows.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import {
  PLACE_OF_GATES,
  PLACE_OF_MY_WORK,
  PLACE_OF_QUESTIONS,
  placeOfExperiment,
  placeOfNode,
  placeOfReview,
} from "#modules/playbook/rules/place.ts";

type Shown = z.output<typeof MyWork>;

const NOTHING: Shown["counts"] = { deliverable: 0, action: 0, risk: 0, evidence: 0, decision: 0 };

/** Where it is done. An action without a place of its own is ticked off in the list itself. */
function placeOf({ aboutKind, aboutId, within }: WorkRow): string {
  if (within)
    return within.kind === "review" ? placeOfReview(within.id) : placeOfNode(within.kind, within.id);
  if (aboutKind === "review") return placeOfReview(aboutId);
  if (aboutKind === "experiment") return placeOfExperiment(aboutId);
  if (aboutKind === "gate") return PLACE_OF_GATES;
  if (aboutKind === "question") return PLACE_OF_QUESTIONS;
  return aboutKind === "action" ? PLACE_OF_MY_WORK : placeOfNode(aboutKind, aboutId);
}

const present = (row: WorkRow, today: string): Shown["items"][number] => {
  const { kind, aboutKind, aboutId, text, why, dueOn } = row;
  const late = dueOn !== null && dueOn < today;
  return { kind, about: { kind: aboutKind, id: aboutId }, href: placeOf(row), text, why, dueOn, late };
};

/** What waits for the person who asks: what they own or were given, and what their role has to settle. */
export const listMyWork = defineQuery({
  name: "playbook.list_my_work",
  title: "List what waits for me",
  http: "GET /playbook/my-work",
  access: "playbook:read",
  input: ListMyWork,
  output: MyWork,
  run: async (context) => {
    const { db, actor, input } = context;
    const { today } = await companyDay(context);
    const plan = await findActivePlan(db);
    const personId = actorPersonId(actor);
    if (!plan || !personId)
      return { asOf: today, items: [], total: 0, late: 0, counts: NOTHING, nextCursor: null };
    const worker = {
      personId,
      planId: plan.id,
      today,
      mayEdit: canEditPlan(actor),
      mayDecide: canDecidePlan(actor),
    };
    const { kind, limit } = input;
    const skip = Number(readCursor(input.cursor)?.key ?? 0);
    const found = await myWorkRows(db, worker, { kind, skip, limit: limit + 1 });
    const counted = await myWorkCounts(db, worker);
    const { items, nextCursor } = toPage(found, limit, ({ aboutId: id }) => ({
      key: String(skip + limit),
      id,
    }));
    return {
      asOf: today,
      items: items.map((row) => present(row, today)),
      total: counted.reduce((sum, { count }) => sum + count, 0),
      late: counted.reduce((sum, { late }) => sum + late, 0),
      counts: { ...NOTHING, ...Object.fromEntries(counted.map((row) => [row.kind, row.count])) },
      nextCursor,
    };
  },
});
