import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { TakeBaseline } from "#modules/playbook/contract/schedule.ts";
import { BaselineTaken } from "#modules/playbook/events/schedule.ts";
import { lockActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { planSchedule } from "#modules/playbook/queries/plan-schedule.ts";

/** Keeps the dates of today, as now expected; the plan is compared with them from now on. Earlier ones stay. */
export const takeBaseline = defineCommand({
  name: "playbook.take_baseline",
  title: "Take a baseline of the plan",
  http: "POST /playbook/baselines",
  access: "playbook:edit",
  input: TakeBaseline,
  output: z.object({ baselineId: z.uuid(), workPackages: z.int() }),
  load: (tx) => lockActivePlan(tx),
  run: async (context, plan) => {
    const { tx, input, now, actor, emit } = context;
    const { schedule } = await planSchedule(tx, plan, await companyDay(context));
    const baselineId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.baseline (id, plan_id, name, reason, taken_at, taken_by)
          VALUES (${baselineId}, ${plan.id}, ${input.name}, ${input.reason}, ${now.toString()}, ${actorPersonId(actor)})`,
    );
    const items = schedule.packages.map(({ id, start, end }) => ({ id, start, end }));
    const written = await firstRow<{ packages: number }>(
      tx,
      sql`WITH items AS (
            INSERT INTO playbook.baseline_item (baseline_id, node_id, starts_on, ends_on)
            SELECT ${baselineId}::uuid, r.id, r.start, r."end"
            FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS r (id uuid, start date, "end" date)
            UNION ALL
            SELECT ${baselineId}::uuid, id, starts_on, ends_on FROM playbook.node
            WHERE plan_id = ${plan.id} AND kind IN ('phase', 'period') AND removed_at IS NULL
              AND starts_on IS NOT NULL AND ends_on IS NOT NULL
            RETURNING node_id)
          SELECT count(*)::int AS packages FROM items JOIN playbook.node n ON n.id = items.node_id
          WHERE n.kind = 'workPackage'`,
    );
    await emit(BaselineTaken, { planId: plan.id, baselineId, name: input.name });
    return { baselineId, workPackages: written?.packages ?? 0 };
  },
});
