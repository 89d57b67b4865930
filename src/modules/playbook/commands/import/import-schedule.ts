import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { importLinks } from "#modules/playbook/commands/import/import-links.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";
import { writeShifts } from "#modules/playbook/commands/write-shifts.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { dateSchedule } from "#modules/playbook/queries/plan-schedule.ts";
import { planOutline } from "#modules/playbook/queries/plan-outline.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";
import type { PlanContent } from "#modules/playbook/rules/import/types.ts";
import { compareSchedules } from "#modules/playbook/rules/schedule/compare-schedules.ts";
import type { Schedule } from "#modules/playbook/rules/schedule/types.ts";

/** Where the source puts each package now. One it puts elsewhere than before loses the start a person gave it. */
const keepSourceDates = (
  tx: Tx,
  nodes: readonly NodeRow[],
  entry: { now: string; moveId: string; person: string | null },
) => {
  const packages = nodes
    .filter(({ kind }) => kind === "workPackage")
    .map(({ id, starts_on, ends_on }) => ({ id, starts_on, ends_on, change_id: newId() }));
  return tx.execute(
    sql`WITH r AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(packages)}::jsonb) AS j (
            id uuid, starts_on date, ends_on date, change_id uuid)),
        history AS (
          INSERT INTO playbook.schedule_change (id, node_id, at, cause, by_person_id, move_id, starts_on, ends_on,
            was_starts_on, was_ends_on, was_source_starts_on, was_source_ends_on, was_not_before_on)
          SELECT r.change_id, r.id, ${entry.now}, 'imported', ${entry.person}, ${entry.moveId}, r.starts_on, r.ends_on,
                 coalesce(w.not_before_on, w.source_starts_on), w.source_ends_on, w.source_starts_on,
                 w.source_ends_on, w.not_before_on
          FROM r JOIN playbook.work_package w ON w.node_id = r.id
          WHERE (w.source_starts_on, w.source_ends_on) IS DISTINCT FROM (r.starts_on, r.ends_on))
        INSERT INTO playbook.work_package AS w (node_id, source_starts_on, source_ends_on, updated_at)
        SELECT id, starts_on, ends_on, ${entry.now} FROM r
        ON CONFLICT (node_id) DO UPDATE SET source_starts_on = excluded.source_starts_on,
          source_ends_on = excluded.source_ends_on, not_before_on = NULL, updated_at = excluded.updated_at
        WHERE (w.source_starts_on, w.source_ends_on) IS DISTINCT FROM (excluded.source_starts_on, excluded.source_ends_on)`,
  );
};

/** Lines added to a package that was rescheduled stand where it stands; so do the due dates of its numbers. */
async function alignContents(tx: Tx, planId: string): Promise<void> {
  await tx.execute(
    sql`UPDATE playbook.node c SET starts_on = n.starts_on, ends_on = n.ends_on,
          due_on = CASE WHEN c.due IS NULL AND c.due_on IS NOT DISTINCT FROM w.source_ends_on - 1
                        THEN n.ends_on - 1 ELSE c.due_on END
        FROM playbook.node n JOIN playbook.work_package w ON w.node_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.removed_at IS NULL
          AND (n.starts_on, n.ends_on) IS DISTINCT FROM (w.source_starts_on, w.source_ends_on)
          AND c.work_package_id = n.id AND c.id <> n.id AND c.removed_at IS NULL AND c.span IS NULL
          AND (c.starts_on, c.ends_on) IS NOT DISTINCT FROM (w.source_starts_on, w.source_ends_on)`,
  );
  await tx.execute(
    sql`UPDATE playbook.target t SET due_on = n.due_on FROM playbook.node n
        WHERE n.id = t.node_id AND t.plan_id = ${planId} AND t.removed_at IS NULL AND t.due_on IS DISTINCT FROM n.due_on`,
  );
}

async function takeFirstBaseline(context: CommandContext<unknown>, planId: string): Promise<void> {
  const baselineId = newId();
  await context.tx.execute(
    sql`INSERT INTO playbook.baseline (id, plan_id, name, reason, taken_at, taken_by)
        VALUES (${baselineId}, ${planId}, 'As imported', 'The plan as it was first imported',
          ${context.now.toString()}, ${actorPersonId(context.actor)})`,
  );
  await context.tx.execute(
    sql`INSERT INTO playbook.baseline_item (baseline_id, node_id, starts_on, ends_on)
        SELECT ${baselineId}, id, starts_on, ends_on FROM playbook.node
        WHERE plan_id = ${planId} AND kind IN ('phase', 'period', 'workPackage') AND removed_at IS NULL
          AND starts_on IS NOT NULL AND ends_on IS NOT NULL`,
  );
}

/** Writes the dates that the new source moves: those it names and those its links push; real lateness moves nothing. */
async function writeDates(
  context: CommandContext<unknown>,
  planId: string,
  schedules: { before: Schedule | null; after: Schedule },
) {
  const stored = new Map((await planOutline(context.tx, planId)).map((node) => [node.id, node]));
  const { before, after } = schedules;
  const known = new Set(before?.packages.map(({ id }) => id));
  const moved = new Set(before ? compareSchedules(before, after).shifts.map(({ id }) => id) : []);
  const dates = after.packages
    .filter((work) => !work.finished && (moved.has(work.id) || !known.has(work.id)))
    .filter(({ id, start, end }) => stored.get(id)?.startsOn !== start || stored.get(id)?.endsOn !== end)
    .map(({ id, start, end }) => ({ id, startsOn: start, endsOn: end, cause: "imported" as const }));
  await writeShifts(context, { planId, dates, judge: "later" });
}

/**
 * Lays an imported plan out in time: where the source puts the work, which work waits for which, what that moves, and
 * at the first import the baseline. Call it when nodes and targets are written, before criteria are judged.
 */
export async function importSchedule(
  context: CommandContext<unknown>,
  plan: ActivePlan,
  source: { reading: Pick<PlanContent, "nodes">; nodes: readonly NodeRow[]; first: boolean },
): Promise<void> {
  const { tx } = context;
  const { reading, nodes, first } = source;
  const now = context.now.toString();
  const { zone } = await context.company();
  const before = first ? null : dateSchedule(await scheduleInput(tx, plan, { zone }));
  await keepSourceDates(tx, nodes, { now, moveId: newId(), person: actorPersonId(context.actor) });
  await importLinks(tx, plan.id, { reading, nodes, now });
  const after = dateSchedule(await scheduleInput(tx, plan, { zone }));
  await writeDates(context, plan.id, { before, after });
  await alignContents(tx, plan.id);
  if (first) await takeFirstBaseline(context, plan.id);
}
