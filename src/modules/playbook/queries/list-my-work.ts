import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyWork } from "#modules/playbook/contract/work.ts";
import { canDecidePlan, canEditPlan } from "#modules/playbook/policy.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { myWorkRows } from "#modules/playbook/queries/my-work-rows.ts";

const MOST_ITEMS = 100;

/** What waits for the person who asks: what they own or were given, and what their role has to settle. */
export const listMyWork = defineQuery({
  name: "playbook.list_my_work",
  title: "List what waits for me",
  http: "GET /playbook/my-work",
  access: "playbook:read",
  input: z.object({}),
  output: MyWork,
  run: async (context) => {
    const { db, actor } = context;
    const { today } = await companyDay(context);
    const plan = await findActivePlan(db);
    const personId = actorPersonId(actor);
    if (!plan || !personId) return { asOf: today, items: [], total: 0 };
    const worker = {
      personId,
      planId: plan.id,
      today,
      mayEdit: canEditPlan(actor),
      mayDecide: canDecidePlan(actor),
    };
    const found = await myWorkRows(db, worker, MOST_ITEMS);
    const items = found.map(({ kind, aboutKind, aboutId, text, why, dueOn }) => ({
      kind,
      about: { kind: aboutKind, id: aboutId },
      text,
      why,
      dueOn,
      late: dueOn !== null && dueOn < today,
    }));
    return { asOf: today, items, total: found[0]?.total ?? 0 };
  },
});
