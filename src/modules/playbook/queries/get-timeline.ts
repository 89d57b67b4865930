import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetTimeline, Timeline } from "#modules/playbook/contract/timeline.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { listPhases } from "#modules/playbook/queries/current-phase.ts";
import { datedPlan } from "#modules/playbook/queries/dated-plan.ts";
import { type PlanGate, planGates } from "#modules/playbook/queries/plan-gates.ts";
import { planOutline } from "#modules/playbook/queries/plan-outline.ts";
import { openByDefault } from "#modules/playbook/queries/timeline-open.ts";
import { timelineRows } from "#modules/playbook/queries/timeline-rows.ts";
import { addDays, daysBetween, lastDayBefore } from "#modules/playbook/rules/calendar/iso-date.ts";
import type { DatedWork } from "#modules/playbook/rules/schedule/dated-work.ts";

type Output = z.output<typeof Timeline>;

/** Rows in one answer; what comes after is counted. */
const MOST_ROWS = 600;

const linksBetween = (db: Db, planId: string, ids: readonly string[]) =>
  rows<Omit<Output["links"][number], "critical">>(
    db,
    sql`SELECT id AS "dependencyId", from_id AS "fromId", to_id AS "toId", type, lag_days AS "lagDays"
        FROM playbook.dependency
        WHERE plan_id = ${planId} AND removed_at IS NULL AND from_id = ANY (${sql.param([...ids])}::uuid[])
          AND to_id = ANY (${sql.param([...ids])}::uuid[]) ORDER BY created_at, id`,
  );

function gateMarks(gates: readonly PlanGate[], work: ReadonlyMap<string, DatedWork>): Output["gates"] {
  return gates.flatMap(({ id, title, phaseId, due, openedAt, after }) => {
    if (!due) return [];
    const end = after.reduce<string | null>((latest, one) => {
      const ends = work.get(one)?.end;
      return ends !== undefined && (latest === null || ends > latest) ? ends : latest;
    }, null);
    const expectedOn = end && lastDayBefore(end);
    const lateDays = expectedOn ? Math.max(0, daysBetween(due, expectedOn)) : 0;
    return [{ gateId: id, title, phaseId, dueOn: due, expectedOn, lateDays, opened: openedAt !== null }];
  });
}

function reach(output: Pick<Output, "rows" | "gates" | "asOf">): { from: string; to: string } {
  const starts = output.rows.flatMap((row) =>
    [row.startsOn, row.baselineStartsOn].flatMap((day) => day ?? []),
  );
  const ends = [
    ...output.rows.flatMap((row) => [row.endsOn, row.baselineEndsOn].flatMap((day) => day ?? [])),
    ...output.gates.map((gate) => addDays(gate.dueOn, 1)),
  ];
  const from = starts.reduce((least, day) => (day < least ? day : least), output.asOf);
  return { from, to: ends.reduce((most, day) => (day > most ? day : most), addDays(output.asOf, 1)) };
}

/** The plan over time, in a fixed number of queries however large it is; what is closed comes as sums. */
export const getTimeline = defineQuery({
  name: "playbook.get_timeline",
  title: "Show the plan on a timeline",
  http: "GET /playbook/timeline",
  access: "playbook:read",
  input: GetTimeline,
  output: Timeline,
  run: async (context) => {
    const { db, input } = context;
    const plan = await getActivePlan(db);
    const { zone, today } = await companyDay(context);
    const [dated, outline, phases, planned] = await Promise.all([
      datedPlan(db, plan, { zone, today }),
      planOutline(db, plan.id),
      listPhases(db, plan.id),
      planGates(db, plan.id),
    ]);
    const open = input.open ?? openByDefault(outline, phases, today);
    const all = timelineRows(outline, dated.work, new Set(open));
    const shown = all.slice(0, MOST_ROWS);
    const shownWork = shown.flatMap(({ id, kind }) => (kind === "workPackage" ? [id] : []));
    const links = await linksBetween(db, plan.id, shownWork);
    const gates = gateMarks(planned, dated.work);
    const packages = [...dated.work.values()];
    return {
      asOf: today,
      version: dated.version,
      zoom: input.zoom,
      ...reach({ rows: shown, gates, asOf: today }),
      baseline: dated.baseline,
      open,
      rows: shown,
      hidden: all.length - shown.length,
      links: links.map((link) => ({
        ...link,
        critical: [link.fromId, link.toId].every((id) => dated.work.get(id)?.critical === true),
      })),
      gates,
      totals: {
        workPackages: packages.length,
        late: packages.filter(({ slipDays }) => (slipDays ?? 0) > 0).length,
        critical: packages.filter(({ critical }) => critical).length,
      },
      planEndOn: dated.schedule.end && lastDayBefore(dated.schedule.end),
    };
  },
});
