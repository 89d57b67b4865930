import { setImmediate } from "node:timers/promises";
import { localDate } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { metricSeries } from "#kernel/metrics/series.ts";
import { type MetricValue, metricValues } from "#kernel/metrics/values.ts";
import type { Services } from "#kernel/services.ts";
import {
  type CriteriaScope,
  type CriterionToJudge,
  criteriaToJudge,
} from "#modules/playbook/queries/criteria-to-judge.ts";
import type { SeriesPoint } from "#modules/playbook/rules/forecast/types.ts";
import {
  type Judged,
  judgeByPerson,
  judgeByProof,
  judgeNumeric,
} from "#modules/playbook/rules/judging/judge-criterion.ts";

/** Weeks of history a judgement looks at. */
const SERIES_WEEKS = 104;
const BATCH = 200;

interface Readings {
  values: Map<string, MetricValue>;
  series: Map<string, SeriesPoint[]>;
  today: string;
  zone: string;
}

const localDayOf = (instant: string | null, zone: string): string | null =>
  instant === null ? null : localDate(Temporal.Instant.from(instant), zone).toString();

function judge(criterion: CriterionToJudge, { values, series, today, zone }: Readings): Judged {
  const { startsOn, dueOn, target } = criterion;
  if (target) {
    const metric = target.metric;
    return judgeNumeric(
      {
        target,
        known: metric ? (values.get(metric) ?? null) : null,
        series: metric ? (series.get(metric) ?? []) : [],
        startsOn,
        dueOn,
      },
      today,
    );
  }
  if (criterion.completesId)
    return judgeByProof(
      {
        proved: criterion.proved ?? false,
        provedOn: localDayOf(criterion.provedAt, zone),
        proofReason: criterion.proofReason,
        wasProvedBefore: criterion.provedAt !== null,
        startsOn,
        dueOn,
      },
      today,
    );
  return judgeByPerson({ confirmedOn: localDayOf(criterion.confirmedAt, zone), startsOn, dueOn }, today);
}

/** The value of today belongs to the series too, even before the nightly point is stored. */
function withToday(points: SeriesPoint[], known: MetricValue | undefined): SeriesPoint[] {
  if (!known || known.value === null || known.asOfOn === null) return points;
  const on = known.asOfOn;
  return [...points.filter((point) => point.on < on), { on, value: known.value }];
}

async function read(
  tx: Tx,
  services: Services,
  criteria: readonly CriterionToJudge[],
  now: Temporal.Instant,
): Promise<Readings> {
  const { zone } = await services.company();
  const today = localDate(now, zone);
  const metrics = [...new Set(criteria.flatMap(({ target }) => target?.metric ?? []))];
  const values = await metricValues(tx, services.metrics, metrics, { asOf: now, zone });
  const stored = await metricSeries(tx, services.metrics, metrics, {
    fromOn: today.subtract({ weeks: SERIES_WEEKS }).toString(),
    toOn: today.toString(),
    every: "week",
  });
  const series = new Map(
    metrics.map((metric) => [metric, withToday(stored.get(metric) ?? [], values.get(metric))]),
  );
  return { values, series, today: today.toString(), zone };
}

function statusRow(criterion: CriterionToJudge, judged: Judged, planId: string, now: string) {
  return {
    node_id: criterion.nodeId,
    plan_id: planId,
    state: judged.state,
    reason: judged.reason,
    value: judged.value,
    value_reason: judged.valueReason,
    as_of_on: judged.asOfOn,
    source: judged.source,
    progress: judged.progress,
    stretch_met: judged.stretchMet ?? false,
    forecast: judged.forecast ?? (judged.forecastReason ? { reason: judged.forecastReason } : null),
    met_at: judged.state === "met" ? (criterion.wasMetAt ?? now) : null,
    judged_at: now,
    was: criterion.was,
    change_id: newId(),
  };
}

async function store(tx: Tx, statuses: readonly ReturnType<typeof statusRow>[]): Promise<void> {
  await tx.execute(
    sql`WITH judged AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(statuses)}::jsonb) AS j (
            node_id uuid, plan_id uuid, state text, reason text, value numeric, value_reason text, as_of_on date,
            source text, progress numeric, stretch_met boolean, forecast jsonb, met_at timestamptz,
            judged_at timestamptz, was text, change_id uuid)),
        changed AS (
          INSERT INTO playbook.criterion_change (id, node_id, at, state, was, reason, value)
          SELECT change_id, node_id, judged_at, state, was, reason, value FROM judged
          WHERE was IS DISTINCT FROM state)
        INSERT INTO playbook.criterion_status AS s (node_id, plan_id, state, reason, value, value_reason, as_of_on,
          source, progress, stretch_met, forecast, met_at, judged_at)
        SELECT node_id, plan_id, state, reason, value, value_reason, as_of_on, source, progress, stretch_met,
               forecast, met_at, judged_at FROM judged
        ON CONFLICT (node_id) DO UPDATE SET state = excluded.state, reason = excluded.reason, value = excluded.value,
          value_reason = excluded.value_reason, as_of_on = excluded.as_of_on, source = excluded.source,
          progress = excluded.progress, stretch_met = excluded.stretch_met, forecast = excluded.forecast,
          met_at = excluded.met_at, judged_at = excluded.judged_at`,
  );
}

/** A criterion whose state is another than before. */
export interface CriterionChange {
  nodeId: string;
  text: string;
  was: string | null;
  state: string;
  reason: string;
}

/** Lets one at a time judge by measuring, until the transaction ends: a change is told once. */
export const lockJudging = (tx: Tx, planId: string) =>
  tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`playbook.judging:${planId}`}, 0))`);

/**
 * Judges criteria and KPIs anew and keeps what changed: all of a plan, or those in scope. Judging twice changes
 * nothing. Returns the changes, for events and notices; first judgements are not among them.
 */
export async function judgeCriteria(
  tx: Tx,
  services: Services,
  scope: CriteriaScope,
  now: Temporal.Instant,
): Promise<CriterionChange[]> {
  const criteria = await criteriaToJudge(tx, scope);
  const readings = await read(tx, services, criteria, now);
  const changes: CriterionChange[] = [];
  for (let from = 0; from < criteria.length; from += BATCH) {
    // Forecasts are arithmetic: between batches, whoever else this process serves gets a turn.
    await setImmediate();
    const statuses = criteria.slice(from, from + BATCH).map((criterion) => {
      const judged = judge(criterion, readings);
      const { nodeId, text, was } = criterion;
      if (was !== null && was !== judged.state)
        changes.push({ nodeId, text, was, state: judged.state, reason: judged.reason });
      return statusRow(criterion, judged, scope.planId, now.toString());
    });
    await store(tx, statuses);
  }
  return changes;
}
