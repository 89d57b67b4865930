import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import type { Experiment } from "#modules/playbook/contract/experiments.ts";
import { isoAt, nodeRef, personRef } from "#modules/playbook/queries/fragments.ts";
import { triggerStyle } from "#modules/playbook/queries/trigger-style.ts";

type Shown = z.output<typeof Experiment>;

interface ExperimentSearch {
  where: ReturnType<typeof sql>;
  today: string;
  limit: number;
}

/** Where an experiment stands on a day. */
export const standingOn = (today: string) =>
  sql`CASE WHEN x.decision IS NOT NULL THEN 'decided' WHEN x.starts_on > ${today} THEN 'planned'
           WHEN x.ends_on > ${today} THEN 'running' ELSE 'ended' END`;

/** Experiments, latest start first. `where` speaks of `x` (experiment). */
export async function experimentRows(
  db: Db,
  metrics: MetricRegistry,
  { where, today, limit }: ExperimentSearch,
): Promise<Shown[]> {
  const found = await rows<Omit<Shown, "metricTitle">>(
    db,
    sql`SELECT x.id, x.title, x.hypothesis, x.metric, ${nodeRef(sql`x.work_package_id`)} AS "workPackage",
               ${personRef(sql`x.owner_id`)} AS owner, x.starts_on AS "startsOn", x.ends_on AS "endsOn",
               x.baseline_value::float8 AS "baselineValue", x.expected_value::float8 AS "expectedValue",
               x.result_value::float8 AS "resultValue", x.result_note AS "resultNote", x.decision,
               ${isoAt(sql`x.decided_at`)} AS "decidedAt", ${personRef(sql`x.decided_by`)} AS "decidedBy",
               ${isoAt(sql`x.created_at`)} AS "createdAt", ${standingOn(today)} AS standing
        FROM playbook.experiment x WHERE x.removed_at IS NULL AND ${where}
        ORDER BY x.starts_on DESC, x.id DESC LIMIT ${limit}`,
  );
  return found.map((experiment) => ({
    ...experiment,
    metricTitle: experiment.metric && triggerStyle(metrics, experiment.metric, "").title,
  }));
}
