import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { App } from "#main/app.ts";

export const WORK_PACKAGES = 5000;
export const CRITERIA = 50_000;
export const METRICS = 200;
export const DAYS = 1095;

/** Fills the house with a plan of full size: set-based, without the importer, whose limit is 20,000 nodes. */
export async function fillLargePlan(app: App): Promise<void> {
  const small = Buffer.from(
    "# Large plan\n\n## Phase 1: One (Months 1-36)\n\n### Month 1: Start\n\n**Deliverables:**\n- A thing\n",
  );
  const startOn = "2024-11-04";
  await app.call("playbook.import_plan", { fileName: "p.md", content: small.toString("base64"), startOn });
  await app.database.db.transaction(fillRows);
}

async function fillRows(db: Tx): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE made ON COMMIT DROP AS SELECT (SELECT id FROM playbook.plan) AS plan_id,
      (SELECT id FROM playbook.node WHERE kind = 'phase') AS phase_id, '2024-11-04'::date AS start_on`);
  await db.execute(sql`
    INSERT INTO playbook.node (id, plan_id, kind, path, parent_id, phase_id, position, text, line_from, line_to, starts_on, ends_on, due_on, added_at)
    SELECT gen_random_uuid(), plan_id, 'period', 'period:' || p, phase_id, phase_id, 1000 + p * 1000, 'Month ' || p, p, p,
           (start_on + (p - 1) * interval '1 month')::date, (start_on + p * interval '1 month')::date,
           (start_on + p * interval '1 month')::date - 1, now()
    FROM made, generate_series(2, 36) p`);
  await db.execute(sql`
    INSERT INTO playbook.node (id, plan_id, kind, path, parent_id, phase_id, work_package_id, position, text, line_from, line_to, starts_on, ends_on, due_on, added_at)
    SELECT w.id, made.plan_id, 'workPackage', 'work:' || w.n, p.id, made.phase_id, w.id, p.position + w.n % 140, 'Work package ' || w.n, w.n, w.n,
           p.starts_on, p.ends_on, p.due_on, now()
    FROM made, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${WORK_PACKAGES}) n) w
    JOIN playbook.node p ON p.kind = 'period' AND p.path = 'period:' || (w.n % 35 + 2)`);
  await db.execute(sql`
    INSERT INTO playbook.node (id, plan_id, kind, path, parent_id, phase_id, work_package_id, position, text, line_from, line_to, due_on, added_at)
    SELECT gen_random_uuid(), w.plan_id, k.kind, k.kind || ':' || w.path || ':' || i, w.id, w.phase_id, w.id,
           100000 + row_number() OVER (), k.kind || ' ' || i || ' of ' || w.text, i, i, w.due_on, now()
    FROM playbook.node w, (VALUES ('criterion', ${CRITERIA / WORK_PACKAGES}::int), ('deliverable', 5)) k (kind, n), generate_series(1, k.n) i
    WHERE w.kind = 'workPackage'`);
  await db.execute(sql`
    INSERT INTO playbook.target (id, plan_id, node_id, line, raw, op, min, metric, due_on)
    SELECT gen_random_uuid(), plan_id, id, 1, '100+', '>=', 100 + (position % 900), 'bench.metric_' || (position % ${METRICS}), due_on
    FROM playbook.node WHERE kind = 'criterion'`);
  await db.execute(sql`
    INSERT INTO playbook.gate_criterion (gate_id, node_id, added_at)
    SELECT g.id, c.id, now() FROM playbook.gate g, (SELECT id FROM playbook.node WHERE kind = 'criterion' ORDER BY position LIMIT 40) c`);
  await db.execute(sql`
    INSERT INTO kernel.metric_report (id, metric, as_of_on, value, source, reported_at)
    SELECT gen_random_uuid(), 'bench.metric_' || m, current_date - d, (${DAYS} - d) + m, 'bench', now()
    FROM generate_series(0, ${METRICS - 1}) m, generate_series(0, ${DAYS - 1}) d`);
  await db.execute(sql`
    INSERT INTO playbook.baseline_item (baseline_id, node_id, starts_on, ends_on)
    SELECT b.id, n.id, n.starts_on, n.ends_on FROM playbook.baseline b, playbook.node n WHERE n.kind = 'workPackage' ON CONFLICT DO NOTHING`);
  await db.execute(
    sql`INSERT INTO playbook.work_package (node_id, updated_at) SELECT id, now() FROM playbook.node WHERE kind = 'workPackage' ON CONFLICT DO NOTHING`,
  );
}
