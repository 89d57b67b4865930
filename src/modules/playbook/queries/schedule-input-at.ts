import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { type PackageFacts, toPlannedPackage } from "#modules/playbook/rules/schedule/package-facts.ts";
import type { Link, ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

type DatesAt = Omit<PackageFacts, "proved" | "deliverables" | "lastProofOn">;

/** The state before the first change after an instant is the state at that instant; without one it is today's. */
const datesAt = (db: Db, planId: string, at: string) =>
  rows<DatesAt>(
    db,
    sql`SELECT n.id, n.text AS title,
               CASE WHEN c.id IS NULL THEN coalesce(w.source_starts_on, n.starts_on) ELSE c.was_source_starts_on END AS "sourceStart",
               CASE WHEN c.id IS NULL THEN coalesce(w.source_ends_on, n.ends_on) ELSE c.was_source_ends_on END AS "sourceEnd",
               CASE WHEN c.id IS NULL THEN w.not_before_on ELSE c.was_not_before_on END AS "notBeforeOn",
               w.duration_days AS "durationDays", k.actual_start_on AS "actualStart", k.actual_end_on AS "actualEnd"
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        LEFT JOIN LATERAL (
          SELECT * FROM playbook.schedule_change s WHERE s.node_id = n.id AND s.at > ${at}
          ORDER BY s.at, s.id LIMIT 1) c ON true
        LEFT JOIN LATERAL (
          SELECT * FROM playbook.work_change s WHERE s.node_id = n.id AND s.at <= ${at}
          ORDER BY s.at DESC, s.id DESC LIMIT 1) k ON true
        WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.added_at <= ${at}
          AND (n.removed_at IS NULL OR n.removed_at > ${at}) AND coalesce(k.status, 'planned') <> 'cancelled'
        ORDER BY n.position, n.id`,
  );

interface ProofsAt {
  workPackageId: string;
  proved: number;
  deliverables: number;
  lastProofOn: string | null;
}

const proofsAt = (db: Db, planId: string, { at, zone }: { at: string; zone: string }) =>
  rows<ProofsAt>(
    db,
    sql`SELECT d.work_package_id AS "workPackageId", count(*)::int AS deliverables,
               count(*) FILTER (WHERE s.proved)::int AS proved,
               (max(s.at) FILTER (WHERE s.proved) AT TIME ZONE ${zone})::date AS "lastProofOn"
        FROM playbook.node d
        LEFT JOIN LATERAL (
          SELECT c.proved, c.at FROM playbook.proof_change c WHERE c.node_id = d.id AND c.at <= ${at}
          ORDER BY c.at DESC, c.id DESC LIMIT 1) s ON true
        WHERE d.plan_id = ${planId} AND d.kind = 'deliverable' AND d.work_package_id IS NOT NULL
          AND d.added_at <= ${at} AND (d.removed_at IS NULL OR d.removed_at > ${at})
        GROUP BY d.work_package_id`,
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

const NO_PROOFS = { proved: 0, deliverables: 0, lastProofOn: null };

/** What a schedule of the plan was computed from at an instant, told by the histories: asked twice, the same answer. */
export async function scheduleInputAt(
  db: Db,
  plan: ActivePlan,
  moment: { at: Temporal.Instant; zone: string; today: string },
): Promise<ScheduleInput> {
  const at = moment.at.toString();
  const dates = await datesAt(db, plan.id, at);
  const proofs = new Map(
    (await proofsAt(db, plan.id, { at, zone: moment.zone })).map((one) => [one.workPackageId, one]),
  );
  const links = await linksAt(db, plan.id, at);
  const earlier = await calendarAt(db, plan.id, at);
  const calendar = earlier ?? { weekdays: plan.workingWeekdays, holidays: plan.holidays };
  return {
    packages: dates.map((one) =>
      toPlannedPackage({ ...one, ...(proofs.get(one.id) ?? NO_PROOFS) }, calendar),
    ),
    links,
    calendar,
    startOn: plan.startOn,
    asOf: moment.today,
  };
}
