import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineMetric, type MetricRow } from "#kernel/metrics/registry.ts";
import { DeliverableProved, DeliverableReopened } from "#modules/playbook/events/evidence.ts";

/** Deliverables whose latest proof at the instant stands. */
const deliverablesDone = defineMetric({
  key: "playbook.deliverables_done",
  title: "Deliverables proved",
  unit: "count",
  window: "instant",
  version: 1,
  changedBy: [DeliverableProved.name, DeliverableReopened.name],
  meaning: "Deliverables of the plan in force whose evidence stood at the instant asked for.",
  measure: async (db, { asOf }) => {
    const row = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM (
            SELECT DISTINCT ON (c.node_id) c.proved FROM playbook.proof_change c
            JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
            JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
            WHERE c.at <= ${asOf.toString()} ORDER BY c.node_id, c.at DESC, c.id DESC) latest
          WHERE proved`,
    );
    return { value: row?.n ?? 0 };
  },
  rows: (db, { asOf, limit, offset }) =>
    rows<MetricRow>(
      db,
      sql`SELECT id, label, detail, '/console/plan/deliverables/' || id AS href FROM (
            SELECT DISTINCT ON (c.node_id) n.id, n.text AS label, c.reason AS detail, c.proved, n.position
            FROM playbook.proof_change c
            JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
            JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
            WHERE c.at <= ${asOf.toString()} ORDER BY c.node_id, c.at DESC, c.id DESC) latest
          WHERE proved ORDER BY position LIMIT ${limit} OFFSET ${offset}`,
    ),
});

/** Criteria and KPIs whose latest judgement at the instant was “met”. */
const criteriaMet = defineMetric({
  key: "playbook.criteria_met",
  title: "Criteria met",
  unit: "count",
  window: "instant",
  version: 1,
  meaning: "Success criteria and KPIs of the plan in force that were met at the instant asked for.",
  measure: async (db, { asOf }) => {
    const row = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM (
            SELECT DISTINCT ON (c.node_id) c.state FROM playbook.criterion_change c
            JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
            JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
            WHERE c.at <= ${asOf.toString()} ORDER BY c.node_id, c.at DESC, c.id DESC) latest
          WHERE state = 'met'`,
    );
    return { value: row?.n ?? 0 };
  },
  rows: (db, { asOf, limit, offset }) =>
    rows<MetricRow>(
      db,
      sql`SELECT id, label, detail, '/console/plan/scorecard/' || id AS href FROM (
            SELECT DISTINCT ON (c.node_id) n.id, n.text AS label, c.reason AS detail, c.state, n.position
            FROM playbook.criterion_change c
            JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
            JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
            WHERE c.at <= ${asOf.toString()} ORDER BY c.node_id, c.at DESC, c.id DESC) latest
          WHERE state = 'met' ORDER BY position LIMIT ${limit} OFFSET ${offset}`,
    ),
});

/** The numbers the plan measures of itself. */
export const playbookMetrics = [deliverablesDone, criteriaMet];
