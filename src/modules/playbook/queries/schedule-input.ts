import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { provedIn } from "#modules/playbook/queries/proved-in.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { type PackageFacts, toPlannedPackage } from "#modules/playbook/rules/schedule/package-facts.ts";
import type { Link, PlannedPackage, ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

/** Work packages with their real dates; one whose deliverables are all proved ended with its last proof. */
const packageFacts = (db: Db, planId: string, zone: string) =>
  rows<PackageFacts>(
    db,
    sql`SELECT n.id, n.text AS title, coalesce(w.source_starts_on, n.starts_on) AS "sourceStart",
               coalesce(w.source_ends_on, n.ends_on) AS "sourceEnd", w.not_before_on AS "notBeforeOn",
               w.duration_days AS "durationDays", w.actual_start_on AS "actualStart",
               w.actual_end_on AS "actualEnd", coalesce(p.proved, 0)::int AS proved,
               coalesce(p.total, 0)::int AS deliverables, (p.last_proof AT TIME ZONE ${zone})::date AS "lastProofOn"
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        ${provedIn(sql`n.id`)}
        WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.removed_at IS NULL
          AND coalesce(w.status, 'planned') <> 'cancelled'
        ORDER BY n.position`,
  );

const linkRows = (db: Db, planId: string) =>
  rows<Link>(
    db,
    sql`SELECT from_id AS "from", to_id AS "to", type, lag_days AS "lagDays" FROM playbook.dependency
        WHERE plan_id = ${planId} AND removed_at IS NULL ORDER BY created_at, id`,
  );

/**
 * Everything a schedule of the plan is computed from: two queries. `asOf` as in the rules: late work is not in the
 * past. A package may start no earlier than the source says, or than where a person put it.
 */
export async function scheduleInput(
  db: Db,
  plan: Pick<ActivePlan, "id" | "startOn" | "workingWeekdays" | "holidays">,
  options: { zone: string; asOf?: string },
): Promise<ScheduleInput & { packages: PlannedPackage[]; links: Link[] }> {
  const calendar = { weekdays: plan.workingWeekdays, holidays: plan.holidays };
  const facts = await packageFacts(db, plan.id, options.zone);
  const links = await linkRows(db, plan.id);
  return {
    packages: facts.map((one) => toPlannedPackage(one, calendar)),
    links,
    calendar,
    startOn: plan.startOn,
    asOf: options.asOf,
  };
}
