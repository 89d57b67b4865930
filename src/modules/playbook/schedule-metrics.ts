import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { defineMetric, type MeasureOptions } from "#kernel/metrics/registry.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import {
  baselinePackages,
  latestBaselineId,
  type PlanVariance,
  varianceOf,
} from "#modules/playbook/queries/plan-variance.ts";
import { scheduleInputAt } from "#modules/playbook/queries/schedule-input-at.ts";

async function varianceAt(db: Db, { asOf, zone }: MeasureOptions): Promise<PlanVariance | string> {
  const plan = await findActivePlan(db);
  if (!plan) return "There is no plan yet";
  const baselineId = await latestBaselineId(db, plan.id, asOf.toString());
  if (!baselineId) return "No baseline was taken by then";
  const today = localDate(asOf, zone).toString();
  const baseline = await baselinePackages(db, baselineId);
  return varianceOf(baseline, await scheduleInputAt(db, plan, { at: asOf, zone, today }), today);
}

/** How late the plan is against its baseline. */
const scheduleVarianceDays = defineMetric({
  key: "playbook.schedule_variance_days",
  title: "Schedule variance",
  unit: "days",
  window: "instant",
  version: 1,
  lowerIsBetter: true,
  meaning:
    "Calendar days that the work which should be done by the instant ends later than in the baseline in force then; negative is early.",
  measure: async (db, options) => {
    const variance = await varianceAt(db, options);
    if (typeof variance === "string") return { value: null, reason: variance };
    return variance.days === null ? { value: null, reason: variance.reason } : { value: variance.days };
  },
  rows: async (db, options) => {
    const variance = await varianceAt(db, options);
    if (typeof variance === "string") return [];
    return variance.causes
      .slice(options.offset, options.offset + options.limit)
      .map(({ id, title, reason }) => ({
        id,
        label: title,
        detail: reason,
        href: `/console/plan/work/${id}`,
      }));
  },
});

/** The numbers the schedule measures of itself. */
export const scheduleMetrics = [scheduleVarianceDays];
