import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";
import { computeSchedule } from "#modules/playbook/rules/schedule/compute-schedule.ts";
import {
  type BaselinePackage,
  type ScheduleVariance,
  scheduleVariance,
} from "#modules/playbook/rules/schedule/schedule-variance.ts";

/** Variance against the latest baseline; `days` is null with a reason when it cannot be known. */
export type PlanVariance = Pick<ScheduleVariance, "causes" | "packages" | "reason"> & {
  days: number | null;
  planEndDays: number | null;
};

const unknown = (reason: string): PlanVariance => ({
  days: null,
  planEndDays: null,
  reason,
  causes: [],
  packages: [],
});

/** How late the plan is on a day, and because of what. */
export async function planVariance(
  db: Db,
  plan: ActivePlan,
  moment: { today: string; zone: string },
): Promise<PlanVariance> {
  const baseline = await rows<BaselinePackage>(
    db,
    sql`SELECT i.node_id AS id, i.starts_on AS start, i.ends_on AS "end"
        FROM playbook.baseline_item i JOIN playbook.node n ON n.id = i.node_id AND n.kind = 'workPackage'
        WHERE i.baseline_id = (
          SELECT id FROM playbook.baseline WHERE plan_id = ${plan.id} ORDER BY taken_at DESC, id DESC LIMIT 1)`,
  );
  if (baseline.length === 0) return unknown("No baseline yet");
  const result = computeSchedule(await scheduleInput(db, plan, { zone: moment.zone, asOf: moment.today }));
  return result.ok
    ? scheduleVariance(baseline, result.schedule, moment.today)
    : unknown(result.cycle.message);
}
