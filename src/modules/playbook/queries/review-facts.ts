import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { currentPhase, listPhases } from "#modules/playbook/queries/current-phase.ts";
import { loadGates } from "#modules/playbook/queries/list-gates.ts";
import { planVariance } from "#modules/playbook/queries/plan-variance.ts";
import { reviewDecisions } from "#modules/playbook/queries/review-decisions.ts";
import { reviewRisks, type Stretch } from "#modules/playbook/queries/review-risks.ts";
import { reviewTargets } from "#modules/playbook/queries/review-targets.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";
import { scheduleInputAt } from "#modules/playbook/queries/schedule-input-at.ts";
import { planShares } from "#modules/playbook/queries/shares.ts";
import type { ReviewTurn } from "#modules/playbook/rules/review/is-review-due.ts";
import type { ReviewDeliverable, ReviewFacts, ReviewGate } from "#modules/playbook/rules/review/types.ts";
import { computeSchedule } from "#modules/playbook/rules/schedule/compute-schedule.ts";
import { findSlips } from "#modules/playbook/rules/schedule/find-slips.ts";

interface Moment {
  zone: string;
  today: string;
  turn: ReviewTurn;
}

const startOfDay = (day: string, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();

/** Deliverables whose proof came or went in the week, by how the week left them. */
const proofNews = (db: Db, planId: string, { from, to }: Stretch) =>
  rows<ReviewDeliverable & { proved: boolean }>(
    db,
    sql`SELECT * FROM (
          SELECT DISTINCT ON (c.node_id) n.id, n.text AS title, c.reason, c.proved, n.position
          FROM playbook.proof_change c JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
          WHERE n.plan_id = ${planId} AND c.at >= ${from} AND c.at < ${to}
          ORDER BY c.node_id, c.at DESC, c.id DESC) news ORDER BY position LIMIT 200`,
  );

const varianceBefore = (db: Db, day: string) =>
  firstRow<{ value: number | null }>(
    db,
    sql`SELECT value::float8 AS value FROM kernel.metric_point
        WHERE metric = 'playbook.schedule_variance_days' AND "on" < ${day} ORDER BY "on" DESC LIMIT 1`,
  );

/** Work packages that end later than they did when the week began; none while the schedule cannot be computed. */
async function slipsOf(db: Db, plan: ActivePlan, { zone, today, turn }: Moment) {
  const { start } = turn.covers;
  const at = Temporal.Instant.from(startOfDay(start, zone));
  const then = computeSchedule(await scheduleInputAt(db, plan, { at, zone, today: start }));
  const now = computeSchedule(await scheduleInput(db, plan, { zone, asOf: today }));
  if (!then.ok || !now.ok) return [];
  return findSlips(Object.fromEntries(then.schedule.packages.map(({ id, end }) => [id, end])), now.schedule);
}

async function gateOf(
  db: Db,
  planId: string,
  phaseId: string | undefined,
  today: string,
): Promise<ReviewGate | null> {
  const gates = await loadGates(db, planId, today);
  const gate = gates.find((one) => one.phaseId === phaseId && one.openedAt === null);
  if (!gate) return null;
  const blocking = gate.criteria
    .filter(({ state, waiver }) => state !== "met" && !waiver?.valid)
    .map(({ nodeId, text, reason }) => ({ id: nodeId, title: text, reason }));
  const title = gate.opensPhase ? `Gate to ${gate.opensPhase}` : `Gate at the end of ${gate.phase}`;
  return { id: gate.gateId, title, open: gate.ready, met: gate.met, due: gate.dueOn, blocking };
}

const withoutMark = ({ id, title, reason }: ReviewDeliverable) => ({ id, title, reason });

/** Everything last week's review is drafted from, in a fixed number of queries however large the plan is. */
export async function reviewFacts(db: Db, plan: ActivePlan, moment: Moment): Promise<ReviewFacts> {
  const { zone, today, turn } = moment;
  const stretch = { from: startOfDay(turn.covers.start, zone), to: startOfDay(turn.covers.end, zone) };
  const phase = currentPhase(await listPhases(db, plan.id));
  const { days, reason, causes } = await planVariance(db, plan, { today, zone });
  const news = await proofNews(db, plan.id, stretch);
  return {
    week: turn.week,
    asOf: today,
    phase: phase?.title ?? null,
    variance: { days, reason, causes },
    previousVarianceDays: (await varianceBefore(db, turn.covers.start))?.value ?? null,
    deliverables: (await planShares(db, plan.id)).deliverables,
    proved: news.filter(({ proved }) => proved).map(withoutMark),
    reopened: news.filter(({ proved }) => !proved).map(withoutMark),
    slips: await slipsOf(db, plan, moment),
    targets: await reviewTargets(db, plan.id, { week: turn.week.id, since: stretch.from }),
    gate: await gateOf(db, plan.id, phase?.id, today),
    risks: await reviewRisks(db, plan.id, stretch),
    decisions: await reviewDecisions(db, plan.id, today),
  };
}
