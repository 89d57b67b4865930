import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { isoAt } from "#modules/playbook/queries/fragments.ts";
import { type PlanSchedule, planSchedule } from "#modules/playbook/queries/plan-schedule.ts";
import { baselinePackages } from "#modules/playbook/queries/plan-variance.ts";
import { type DatedWork, datedWork } from "#modules/playbook/rules/schedule/dated-work.ts";

/** A plan laid out on a day beside its latest baseline, work packages by id. */
export interface DatedPlan extends PlanSchedule {
  work: Map<string, DatedWork>;
  baseline: { baselineId: string; name: string; takenAt: string } | null;
}

const latestBaseline = (db: Db, planId: string) =>
  firstRow<{ baselineId: string; name: string; takenAt: string }>(
    db,
    sql`SELECT id AS "baselineId", name, ${isoAt(sql`taken_at`)} AS "takenAt" FROM playbook.baseline
        WHERE plan_id = ${planId} ORDER BY taken_at DESC, id DESC LIMIT 1`,
  );

/** Everything dated in a plan: four queries however large it is. Errors: `playbook.dependency_cycle`. */
export async function datedPlan(
  db: Db,
  plan: ActivePlan,
  moment: { zone: string; today: string },
): Promise<DatedPlan> {
  const found = await latestBaseline(db, plan.id);
  const laid = await planSchedule(db, plan, moment);
  const baseline = found ?? null;
  const packages = baseline ? await baselinePackages(db, baseline.baselineId) : [];
  return { ...laid, baseline, work: datedWork(laid, packages, moment.today) };
}
