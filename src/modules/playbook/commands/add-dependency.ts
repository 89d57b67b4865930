import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { reschedule } from "#modules/playbook/commands/reschedule.ts";
import { AddDependency, AddedDependency } from "#modules/playbook/contract/schedule.ts";
import { DependencyAdded } from "#modules/playbook/events/schedule.ts";
import { lockActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";

async function checkEnds(tx: Tx, planId: string, ids: readonly string[]): Promise<void> {
  const found = await rows(
    tx,
    sql`SELECT id FROM playbook.node WHERE plan_id = ${planId} AND id IN ${ids} AND kind = 'workPackage'
          AND removed_at IS NULL`,
  );
  if (found.length < 2)
    throw refuse(
      "not_found",
      "playbook.node_not_found",
      "One of these work packages is not part of the plan.",
    );
}

/**
 * Lets one work package wait for another; what that moves is moved. Errors: `playbook.dependency_cycle` with the
 * ring, `playbook.dependency_exists`, `playbook.node_not_found` also for a package of another plan.
 */
export const addDependency = defineCommand({
  name: "playbook.add_dependency",
  title: "Let a work package wait for another",
  http: "POST /playbook/dependencies",
  access: "playbook:edit",
  input: AddDependency,
  output: AddedDependency,
  load: (tx) => lockActivePlan(tx),
  run: async (context, plan) => {
    const { tx, input, now, actor, emit } = context;
    const { fromId, toId, type, lagDays } = input;
    if (fromId === toId)
      throw refuse("invalid", "playbook.dependency_cycle", "A work package cannot wait for itself.");
    await checkEnds(tx, plan.id, [fromId, toId]);
    const { zone, today } = await companyDay(context);
    const before = await scheduleInput(tx, plan, { zone, asOf: today });
    const dependencyId = newId();
    const written = await firstRow(
      tx,
      sql`INSERT INTO playbook.dependency (id, plan_id, from_id, to_id, type, lag_days, created_at, created_by)
          VALUES (${dependencyId}, ${plan.id}, ${fromId}, ${toId}, ${type}, ${lagDays}, ${now.toString()},
            ${actorPersonId(actor)})
          ON CONFLICT (from_id, to_id, type) WHERE removed_at IS NULL DO NOTHING RETURNING id`,
    );
    if (!written) throw refuse("conflict", "playbook.dependency_exists", "This dependency is there already.");
    const links = [...before.links, { from: fromId, to: toId, type, lagDays }];
    const outcome = await reschedule(context, plan, {
      before,
      after: { ...before, links },
      cause: "dependency",
    });
    await emit(DependencyAdded, { planId: plan.id, dependencyId, fromId, toId, type, lagDays });
    return { dependencyId, ...outcome };
  },
});
