import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import type { Link, PlannedPackage, ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

interface PackageRow {
  id: string;
  title: string;
  start: string | null;
  end: string | null;
  durationDays: number | null;
  notBeforeOn: string | null;
  actualStart: string | null;
  actualEnd: string | null;
  proved: number;
  deliverables: number;
  lastProofOn: string | null;
}

/** Work packages with their real dates; one whose deliverables are all proved ended with its last proof. */
const packageRows = (db: Db, planId: string, zone: string) =>
  rows<PackageRow>(
    db,
    sql`SELECT n.id, n.text AS title, n.starts_on AS start, n.ends_on AS "end", w.duration_days AS "durationDays",
               w.not_before_on AS "notBeforeOn", w.actual_start_on AS "actualStart", w.actual_end_on AS "actualEnd",
               coalesce(p.proved, 0)::int AS proved, coalesce(p.total, 0)::int AS deliverables,
               (p.last_proof AT TIME ZONE ${zone})::date AS "lastProofOn"
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        LEFT JOIN (
          SELECT d.work_package_id, count(*) AS total, count(*) FILTER (WHERE s.proved) AS proved,
                 max(s.proved_at) FILTER (WHERE s.proved) AS last_proof
          FROM playbook.node d LEFT JOIN playbook.deliverable_status s ON s.node_id = d.id
          WHERE d.plan_id = ${planId} AND d.kind = 'deliverable' AND d.removed_at IS NULL
          GROUP BY d.work_package_id) p ON p.work_package_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.removed_at IS NULL
          AND coalesce(w.status, 'planned') <> 'cancelled'
        ORDER BY n.position`,
  );

const linkRows = (db: Db, planId: string) =>
  rows<Link>(
    db,
    sql`SELECT from_id AS "from", to_id AS "to", type, lag_days AS "lagDays" FROM playbook.dependency
        WHERE plan_id = ${planId} AND removed_at IS NULL`,
  );

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

function toPackage(row: PackageRow): PlannedPackage {
  const complete = row.deliverables > 0 && row.proved === row.deliverables;
  const provedEnd = complete && row.lastProofOn ? dayAfter(row.lastProofOn) : undefined;
  const actualEnd = row.actualEnd ?? provedEnd;
  return {
    id: row.id,
    title: row.title,
    start: row.start ?? undefined,
    end: row.end ?? undefined,
    durationDays: row.durationDays ?? (row.end === null ? 5 : undefined),
    progress: actualEnd ? 1 : row.deliverables === 0 ? 0 : row.proved / row.deliverables,
    actualStart: row.actualStart ?? undefined,
    actualEnd,
    constraint: row.notBeforeOn ? { type: "start_no_earlier_than", on: row.notBeforeOn } : undefined,
  };
}

/** Everything a schedule of the plan is computed from: two queries. `asOf` as in the rules: late work is not in the past. */
export async function scheduleInput(
  db: Db,
  plan: ActivePlan,
  options: { zone: string; asOf?: string },
): Promise<ScheduleInput & { packages: PlannedPackage[] }> {
  const [packages, links] = await Promise.all([packageRows(db, plan.id, options.zone), linkRows(db, plan.id)]);
  return {
    packages: packages.map(toPackage),
    links,
    calendar: { weekdays: plan.workingWeekdays, holidays: plan.holidays },
    startOn: plan.startOn,
    asOf: options.asOf,
  };
}
