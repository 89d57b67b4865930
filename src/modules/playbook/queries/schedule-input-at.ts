import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { type PackageFacts, toPlannedPackage } from "#modules/playbook/rules/schedule/package-facts.ts";
import type { Link, ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

/** The state before the first change after an instant is the state at that instant; without one it is today's. */
const packageFactsAt = (db: Db, planId: string, { at, zone }: { at: string; zone: string }) =>
  rows<PackageFacts & { status: string }>(
    db,
    sql`SELECT n.id, n.text AS title,
               CASE WHEN c.id IS NULL THEN coalesce(w.source_starts_on, n.starts_on) ELSE c.was_source_starts_on END AS "sourceStart",
               CASE WHEN c.id IS NULL THEN coalesce(w.source_ends_on, n.ends_on) ELSE c.was_source_ends_on END AS "sourceEnd",
               CASE WHEN c.id IS NULL THEN w.not_before_on ELSE c.was_not_before_on END AS "notBeforeOn",
               w.duration_days AS "durationDays", k.actual_start_on AS "actualStart", k.actual_end_on AS "actualEnd",
               coalesce(k.status, 'planned') AS status, coalesce(p.proved, 0)::int AS proved,
               coalesce(p.total, 0)::int AS deliverables, (p.last_proof AT TIME ZONE ${zone})::date AS "lastProofOn"
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        LEFT JOIN (
          SELECT DISTINCT ON (node_id) * FROM playbook.schedule_change WHERE at > ${at}
          ORDER BY node_id, at, id) c ON c.node_id = n.id
        LEFT JOIN (
          SELECT DISTINCT ON (node_id) * FROM playbook.work_change WHERE at <= ${at}
          ORDER BY node_id, at DESC, id DESC) k ON k.node_id = n.id
        LEFT JOIN (
          SELECT d.work_package_id, count(*) AS total, count(*) FILTER (WHERE s.proved) AS proved,
                 max(s.at) FILTER (WHERE s.proved) AS last_proof
          FROM playbook.node d
          LEFT JOIN (
            SELECT DISTINCT ON (node_id) node_id, proved, at FROM playbook.proof_change WHERE at <= ${at}
            ORDER BY node_id, at DESC, id DESC) s ON s.node_id = d.id
          WHERE d.plan_id = ${planId} AND d.kind = 'deliverable' AND d.added_at <= ${at}
            AND (d.removed_at IS NULL OR d.removed_at > ${at})
          GROUP BY d.work_package_id) p ON p.work_package_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.added_at <= ${at}
          AND (n.removed_at IS NULL OR n.removed_at > ${at}) AND coalesce(k.status, 'planned') <> 'cancelled'
        ORDER BY n.position, n.id`,
  );

const linksAt = (db: Db, planId: string, at: string) =>
  rows<Link>(
    db,
    sql`SELECT from_id AS "from", to_id AS "to", type, lag_days AS "lagDays" FROM playbook.dependency
        WHERE plan_id = ${planId} AND created_at <= ${at} AND (removed_at IS NULL OR removed_at > ${at})
        ORDER BY created_at, id`,
  );

const calendarAt = (db: Db, planId: string, at: string) =>
  firstRow<{ weekdays: number[]; holidays: string[] }>(
    db,
    sql`SELECT was_weekdays AS weekdays, to_jsonb(was_holidays) AS holidays FROM playbook.calendar_change
        WHERE plan_id = ${planId} AND at > ${at} ORDER BY at, id LIMIT 1`,
  );

/** What a schedule of the plan was computed from at an instant, told by the histories: asked twice, the same answer. */
export async function scheduleInputAt(
  db: Db,
  plan: ActivePlan,
  moment: { at: Temporal.Instant; zone: string; today: string },
): Promise<ScheduleInput> {
  const at = moment.at.toString();
  const facts = await packageFactsAt(db, plan.id, { at, zone: moment.zone });
  const links = await linksAt(db, plan.id, at);
  const earlier = await calendarAt(db, plan.id, at);
  const calendar = earlier ?? { weekdays: plan.workingWeekdays, holidays: plan.holidays };
  return {
    packages: facts.map((one) => toPlannedPackage(one, calendar)),
    links,
    calendar,
    startOn: plan.startOn,
    asOf: moment.today,
  };
}
