import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { TargetDetail } from "#modules/playbook/contract/scorecard.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { targetStatuses } from "#modules/playbook/queries/target-status.ts";
import { criterionSeries, toSeries } from "#modules/playbook/queries/target-series.ts";

type Detail = z.output<typeof TargetDetail>;
const WEEKS = 104;

const instant = (text: string): string => Temporal.Instant.from(text).toString();

const placeOf = (db: Db, nodeId: string) =>
  firstRow<{ kind: string; line: number; workId: string | null; work: string | null }>(
    db,
    sql`SELECT n.kind, n.line_from AS line, w.id AS "workId", w.text AS work FROM playbook.node n
        LEFT JOIN playbook.node w ON w.id = n.work_package_id WHERE n.id = ${nodeId}`,
  );

const changesOf = (db: Db, nodeId: string) =>
  rows<Detail["changes"][number]>(
    db,
    sql`SELECT at, was, state, reason FROM playbook.criterion_change WHERE node_id = ${nodeId} ORDER BY at DESC LIMIT 50`,
  );

const reportsOf = (db: Db, metric: string) =>
  rows<Detail["reports"][number]>(
    db,
    sql`SELECT r.id, r.as_of_on AS "asOf", r.value::float8 AS value, r.source, r.note, p.name AS by,
               r.reported_at AS at, r.superseded_at IS NOT NULL AS superseded
        FROM kernel.metric_report r LEFT JOIN auth.person p ON p.id = r.reported_by
        WHERE r.metric = ${metric} ORDER BY r.as_of_on DESC, r.reported_at DESC LIMIT 50`,
  );

/** One number to reach: its series, forecast, history and where each value came from. Errors: `playbook.target_not_found`. */
export const getTarget = defineQuery({
  name: "playbook.get_target",
  title: "Show one number to reach with its history",
  http: "GET /playbook/targets/:nodeId",
  access: "playbook:read",
  input: z.object({ nodeId: z.uuid() }),
  output: TargetDetail,
  run: async (context) => {
    const { db, input, now, metrics } = context;
    const plan = await getActivePlan(db);
    const today = localDate(now, (await context.company()).zone).toString();
    const [target] = await targetStatuses(db, plan.id, [input.nodeId]);
    if (!target)
      throw refuse("not_found", "playbook.target_not_found", "This number is not part of the plan any more.");
    const definition = target.metric === null ? undefined : metrics.find(target.metric);
    const [place, series, changes, reports] = await Promise.all([
      placeOf(db, input.nodeId),
      criterionSeries(db, metrics, [target], { today, weeks: WEEKS }),
      changesOf(db, input.nodeId),
      target.metric === null ? [] : reportsOf(db, target.metric),
    ]);
    return {
      target,
      kind: place?.kind ?? "criterion",
      workPackage: place?.workId && place.work ? { id: place.workId, title: place.work } : null,
      line: place?.line ?? target.line,
      metricTitle: definition?.title ?? null,
      metricMeaning: definition?.meaning ?? null,
      live: definition !== undefined,
      series: series.get(input.nodeId) ?? toSeries([], null),
      changes: changes.map((change) => ({ ...change, at: instant(change.at) })),
      reports: reports.map((report) => ({ ...report, at: instant(report.at) })),
    };
  },
});
