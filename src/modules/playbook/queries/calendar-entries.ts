import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Whole days in the company's zone; `endsOn` is the day after the last. */
export interface CalendarEntry {
  kind: "gate" | "workPackage" | "deliverable" | "action";
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  changedAt: string;
}

/** What lies further back than this is left out, and so is what a calendar could not show any more. */
const DAYS_BACK = 90;
const MOST_ENTRIES = 5000;

/** Gates and work packages of the plan, and what one person has to deliver or do: one query. */
export const calendarEntries = (
  db: Db,
  { planId, personId, today }: { planId: string; personId: string; today: string },
): Promise<CalendarEntry[]> =>
  rows<CalendarEntry>(
    db,
    sql`SELECT * FROM (
          SELECT 'gate' AS kind, g.id, coalesce('Gate to ' || o.text, 'Gate at the end of ' || p.text) AS title,
                 g.due_on AS "startsOn", g.due_on + 1 AS "endsOn", p.added_at AS "changedAt"
          FROM playbook.gate g JOIN playbook.node p ON p.id = g.phase_id AND p.removed_at IS NULL
          LEFT JOIN playbook.node o ON o.id = g.opens_phase_id
          WHERE g.plan_id = ${planId}
          UNION ALL
          SELECT 'workPackage', n.id, n.text, n.starts_on, n.ends_on, coalesce(w.updated_at, n.added_at)
          FROM playbook.node n LEFT JOIN playbook.work_package w ON w.node_id = n.id
          WHERE n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.removed_at IS NULL AND n.starts_on < n.ends_on
            AND coalesce(w.status, 'planned') <> 'cancelled'
          UNION ALL
          SELECT 'deliverable', n.id, 'Due: ' || n.text, coalesce(n.due_on, w.ends_on - 1),
                 coalesce(n.due_on, w.ends_on - 1) + 1, n.added_at
          FROM playbook.node n LEFT JOIN playbook.node w ON w.id = n.work_package_id
          LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
          WHERE n.plan_id = ${planId} AND n.kind = 'deliverable' AND n.removed_at IS NULL
            AND n.owner_id = ${personId} AND s.proved IS NOT TRUE AND coalesce(n.due_on, w.ends_on) IS NOT NULL
          UNION ALL
          SELECT 'action', a.id, 'To do: ' || a.text, a.due_on, a.due_on + 1, a.created_at
          FROM playbook.action a
          WHERE a.plan_id = ${planId} AND a.assignee_id = ${personId} AND a.done_at IS NULL AND a.due_on IS NOT NULL
        ) entry
        WHERE "endsOn" > ${today}::date - ${DAYS_BACK}::int ORDER BY "startsOn", id LIMIT ${MOST_ENTRIES}`,
  );
