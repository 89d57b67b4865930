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
import type { ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

/** Variance against a baseline; `days` is null with a reason when it cannot be known. */
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

/** Dates of the work packages in a baseline. */
export const baselinePackages = (db: Db, baselineId: string): Promise<BaselinePackage[]> =>
  rows<BaselinePackage>(
    db,
    sql`SELECT i.node_id AS id, i.starts_on AS start, i.ends_on AS "end"
        FROM playbook.baseline_item i JOIN playbook.node n ON n.id = i.node_id AND n.kind = 'workPackage'
        WHERE i.baseline_id = ${baselineId}`,
  );

/** The id of the latest baseline, or of the latest taken until an instant (ISO text in UTC). */
export async function latestBaselineId(db: Db, planId: string, until?: string): Promise<string | undefined> {
  const [latest] = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM playbook.baseline WHERE plan_id = ${planId}
          ${until ? sql`AND taken_at <= ${until}` : sql``} ORDER BY taken_at DESC, id DESC LIMIT 1`,
  );
  return latest?.id;
}

/** Compares what a schedule is computed from with a baseline, on the day the input is for. */
export function varianceOf(
  baseline: readonly BaselinePackage[],
  input: ScheduleInput & { asOf?: string },
  today: string,
): PlanVariance {
  if (baseline.length === 0) return unknown("The baseline has no work package with dates");
  const result = computeSchedule(input);
  return result.ok ? scheduleVariance(baseline, result.schedule, today) : unknown(result.cycle.message);
}

/** How late the plan is on a day against a baseline (the latest unless said), and because of what. */
export async function planVariance(
  db: Db,
  plan: ActivePlan,
  moment: { today: string; zone: string; baselineId?: string },
): Promise<PlanVariance> {
  const baselineId = moment.baselineId ?? (await latestBaselineId(db, plan.id));
  if (!baselineId) return unknown("No baseline yet");
  const baseline = await baselinePackages(db, baselineId);
  const input = await scheduleInput(db, plan, { zone: moment.zone, asOf: moment.today });
  return varianceOf(baseline, input, moment.today);
}
