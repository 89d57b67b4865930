import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Overview } from "#modules/playbook/contract/overview.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { currentPhase, listPhases, type PhaseRow } from "#modules/playbook/queries/current-phase.ts";
import { gateOutlook } from "#modules/playbook/queries/gate-outlook.ts";
import { loadGates } from "#modules/playbook/queries/list-gates.ts";
import { planVariance } from "#modules/playbook/queries/plan-variance.ts";
import { planShares } from "#modules/playbook/queries/shares.ts";
import { weekChanges } from "#modules/playbook/queries/week-changes.ts";
import { daysBetween, lastDayBefore } from "#modules/playbook/rules/calendar/iso-date.ts";

interface Place {
  period: string | null;
  objective: string | null;
  questions: number;
  lastWeekVariance: number | null;
}

const placeOf = (db: Db, planId: string, today: string) =>
  firstRow<Place>(
    db,
    sql`SELECT p.text AS period,
               (SELECT o.text FROM playbook.node o WHERE o.parent_id = p.id AND o.kind = 'objective'
                  AND o.removed_at IS NULL LIMIT 1) AS objective,
               (SELECT count(*)::int FROM playbook.question q WHERE q.plan_id = ${planId} AND q.answered_at IS NULL
                  AND q.withdrawn_at IS NULL) AS questions,
               (SELECT value::float8 FROM kernel.metric_point WHERE metric = 'playbook.schedule_variance_days'
                  AND "on" <= ${today}::date - 7 ORDER BY "on" DESC LIMIT 1) AS "lastWeekVariance"
        FROM (SELECT 1) one
        LEFT JOIN playbook.node p ON p.plan_id = ${planId} AND p.kind = 'period' AND p.removed_at IS NULL
          AND p.starts_on <= ${today} AND p.ends_on > ${today}
        ORDER BY p.position LIMIT 1`,
  );

/** Which month of the phase a day lies in, from 1; null outside of it. */
function monthOf(phase: PhaseRow, today: string): { month: number | null; months: number | null } {
  if (!phase.startsOn || !phase.endsOn) return { month: null, months: null };
  const start = Temporal.PlainDate.from(phase.startsOn);
  const count = (to: string) => start.until(to, { largestUnit: "months" }).months;
  const inside = today >= phase.startsOn && today < phase.endsOn;
  return { month: inside ? count(today) + 1 : null, months: Math.max(1, count(phase.endsOn)) };
}

const describePhase = (
  { id, number, title, startsOn, endsOn, gateOpenedAt }: PhaseRow,
  current: boolean,
) => ({
  id,
  number,
  title,
  startsOn,
  endsOn,
  current,
  gateOpenedAt: gateOpenedAt && Temporal.Instant.from(gateOpenedAt).toString(),
});

export const getOverview = defineQuery({
  name: "playbook.get_overview",
  title: "Show where the company is in its plan",
  http: "GET /playbook/overview",
  access: "playbook:read",
  input: z.object({}),
  output: Overview,
  run: async (context) => {
    const { db, now, metrics } = context;
    const { zone } = await context.company();
    const today = localDate(now, zone).toString();
    const plan = await getActivePlan(db);
    const phases = await listPhases(db, plan.id);
    const phase = currentPhase(phases);
    // Both read the whole plan, and change only with a fact about it or with the day.
    const kept = <T>(what: string, load: () => Promise<T>) =>
      context.keepUntilEvent(db, { key: [what, plan.id, today, zone].join(" "), events: "playbook." }, load);
    const [gates, shares, variance, changes, place] = await Promise.all([
      loadGates(db, plan.id, today),
      kept("shares", () => planShares(db, plan.id)),
      kept("variance", () => planVariance(db, plan, { today, zone })),
      weekChanges(db, plan.id, now.subtract({ hours: 168 }).toString()),
      placeOf(db, plan.id, today),
    ]);
    const gate = gates.find(({ phaseId }) => phaseId === phase?.id);
    const endsOn = phases.at(-1)?.endsOn ?? null;
    return {
      asOf: today,
      plan: { id: plan.id, title: plan.title, startOn: plan.startOn, endOn: endsOn && lastDayBefore(endsOn) },
      phases: phases.map((one) => describePhase(one, one.id === phase?.id)),
      phase: phase
        ? {
            id: phase.id,
            number: phase.number,
            title: phase.title,
            ...monthOf(phase, today),
            period: place?.period ?? null,
            objective: place?.objective ?? null,
          }
        : null,
      gate: gate
        ? {
            gateId: gate.gateId,
            dueOn: gate.dueOn,
            daysLeft: daysBetween(today, gate.dueOn),
            ready: gate.ready,
            opensPhase: gate.opensPhase,
            met: gate.met,
            criteria: await gateOutlook(db, metrics, gate, today),
          }
        : null,
      deliverables: shares.deliverables,
      phaseDeliverables: shares.ofPhase(phase?.id).deliverables,
      variance: {
        days: variance.days,
        lastWeek: place?.lastWeekVariance ?? null,
        reason: variance.reason,
        causes: variance.causes
          .slice(0, 5)
          .map(({ id, title, days, reason }) => ({ id, title, days, reason })),
      },
      questions: place?.questions ?? 0,
      changes,
    };
  },
});
