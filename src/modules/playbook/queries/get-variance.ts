import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetVariance, Variance } from "#modules/playbook/contract/schedule.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { baselinesOf } from "#modules/playbook/queries/baselines.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { planVariance } from "#modules/playbook/queries/plan-variance.ts";

/** How late the plan is against a baseline, and because of what. Errors: `playbook.baseline_not_found`. */
export const getVariance = defineQuery({
  name: "playbook.get_variance",
  title: "Compare the plan with a baseline",
  http: "GET /playbook/variance",
  access: "playbook:read",
  input: GetVariance,
  output: Variance,
  run: async (context) => {
    const { db, input } = context;
    const plan = await getActivePlan(db);
    const { zone, today } = await companyDay(context);
    const baselines = await baselinesOf(db, plan.id);
    const baseline = input.baselineId
      ? baselines.find(({ baselineId }) => baselineId === input.baselineId)
      : baselines[0];
    if (input.baselineId && !baseline)
      throw refuse("not_found", "playbook.baseline_not_found", "There is no such baseline of this plan.");
    const variance = await planVariance(db, plan, { today, zone, baselineId: baseline?.baselineId });
    const titles = new Map(variance.packages.map(({ id, title }) => [id, title]));
    const ref = (id: string) => ({ id, kind: "workPackage", text: titles.get(id) ?? "Another work package" });
    return {
      asOf: today,
      baseline: baseline ?? null,
      days: variance.days,
      planEndDays: variance.planEndDays,
      reason: variance.reason,
      causes: variance.causes.map(({ id, days, kind, waitsFor, reason }) => ({
        workPackage: ref(id),
        days,
        kind,
        waitsFor: waitsFor === null ? null : ref(waitsFor),
        reason,
      })),
    };
  },
});
