import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { reschedule } from "#modules/playbook/commands/reschedule.ts";
import { RemoveDependency, ScheduleOutcome } from "#modules/playbook/contract/schedule.ts";
import { DependencyRemoved } from "#modules/playbook/events/schedule.ts";
import { lockActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";

/** Lets a work package wait no more; what that frees moves back. Errors: `playbook.dependency_not_found`. */
export const removeDependency = defineCommand({
  name: "playbook.remove_dependency",
  title: "Remove a dependency between work packages",
  http: "DELETE /playbook/dependencies/:dependencyId",
  access: "playbook:edit",
  input: RemoveDependency,
  output: ScheduleOutcome,
  load: (tx) => lockActivePlan(tx),
  run: async (context, plan) => {
    const { tx, input, now, emit } = context;
    const { zone, today } = await companyDay(context);
    const before = await scheduleInput(tx, plan, { zone, asOf: today });
    const removed = await firstRow<{ fromId: string; toId: string }>(
      tx,
      sql`UPDATE playbook.dependency SET removed_at = ${now.toString()}
          WHERE id = ${input.dependencyId} AND plan_id = ${plan.id} AND removed_at IS NULL
          RETURNING from_id AS "fromId", to_id AS "toId"`,
    );
    if (!removed)
      throw refuse("not_found", "playbook.dependency_not_found", "This dependency is not there any more.");
    const after = await scheduleInput(tx, plan, { zone, asOf: today });
    const outcome = await reschedule(context, plan, { before, after, cause: "dependency" });
    await emit(DependencyRemoved, { planId: plan.id, dependencyId: input.dependencyId, ...removed });
    return outcome;
  },
});
