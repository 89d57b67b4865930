import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { WorkPackage } from "#modules/playbook/contract/work-package.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";

type Page = z.output<typeof WorkPackage>;

/** Deliverables of a work package with how many living pieces of evidence each has. */
export const workDeliverables = (db: Db, workPackageId: string): Promise<Page["deliverables"]> =>
  rows<Page["deliverables"][number]>(
    db,
    sql`SELECT n.id, n.text, ${personRef(sql`n.owner_id`)} AS owner, n.due_on AS "dueOn",
               coalesce(s.proved, false) AS proved,
               (s.proved IS NOT TRUE AND s.reopened_at IS NOT NULL) AS reopened,
               coalesce(s.reason, 'Nothing proves it yet') AS reason,
               (SELECT coalesce(sum(jsonb_array_length(b.seen)), 0)::int FROM playbook.evidence_binding b
                WHERE b.deliverable_id = n.id AND b.removed_at IS NULL AND NOT b.suggested) AS evidence
        FROM playbook.node n LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
        WHERE n.work_package_id = ${workPackageId} AND n.kind = 'deliverable' AND n.removed_at IS NULL
        ORDER BY n.position`,
  );

/** What is done to get there. An activity is done when its box was ticked in the source. */
export const workActivities = (db: Db, workPackageId: string): Promise<Page["activities"]> =>
  rows<Page["activities"][number]>(
    db,
    sql`SELECT n.id, n.text, ${personRef(sql`n.owner_id`)} AS owner, n.due_on AS "dueOn",
               coalesce(n.source_state = 'done', false) AS done
        FROM playbook.node n
        WHERE n.work_package_id = ${workPackageId} AND n.kind = 'activity' AND n.removed_at IS NULL
        ORDER BY n.position`,
  );

/** Criteria of a work package as last judged. */
export const workCriteria = (db: Db, workPackageId: string): Promise<Page["criteria"]> =>
  rows<Page["criteria"][number]>(
    db,
    sql`SELECT n.id, n.text, coalesce(s.state, 'unknown') AS state, coalesce(s.reason, 'Not judged yet') AS reason,
               s.value::float8 AS value, t.unit, t.currency, t.raw, coalesce(t.due_on, n.due_on) AS "dueOn"
        FROM playbook.node n
        LEFT JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = n.id
        WHERE n.work_package_id = ${workPackageId} AND n.kind IN ('criterion', 'kpi') AND n.removed_at IS NULL
        ORDER BY n.position`,
  );

/** Links of a work package in both directions. */
export const workLinks = (db: Db, workPackageId: string) =>
  rows<{
    dependencyId: string;
    fromId: string;
    toId: string;
    type: "FS" | "SS" | "FF" | "SF";
    lagDays: number;
  }>(
    db,
    sql`SELECT d.id AS "dependencyId", d.from_id AS "fromId", d.to_id AS "toId", d.type, d.lag_days AS "lagDays"
        FROM playbook.dependency d
        JOIN playbook.node o ON o.id = CASE WHEN d.from_id = ${workPackageId} THEN d.to_id ELSE d.from_id END
          AND o.removed_at IS NULL
        WHERE (d.from_id = ${workPackageId} OR d.to_id = ${workPackageId}) AND d.removed_at IS NULL
        ORDER BY o.position, d.id`,
  );

/** One thing that happened to a work package: its dates, its status, its proofs. */
export interface WorkEvent {
  at: string;
  kind: "schedule" | "status" | "proof";
  by: { id: string; name: string } | null;
  cause: string | null;
  startsOn: string | null;
  endsOn: string | null;
  wasStartsOn: string | null;
  wasEndsOn: string | null;
  status: string | null;
  note: string | null;
  deliverable: string | null;
  proved: boolean | null;
}

/** The latest 50 things that happened to a work package, newest first. */
export const workHistory = (db: Db, workPackageId: string): Promise<WorkEvent[]> =>
  rows<WorkEvent>(
    db,
    sql`SELECT ${isoAt(sql`e.at`)} AS at, e.kind, ${personRef(sql`e.person`)} AS by, e.cause, e.starts_on AS "startsOn",
               e.ends_on AS "endsOn", e.was_starts_on AS "wasStartsOn", e.was_ends_on AS "wasEndsOn", e.status, e.note,
               e.deliverable, e.proved
        FROM (
          SELECT at, id, 'schedule' AS kind, by_person_id AS person, cause, starts_on, ends_on, was_starts_on, was_ends_on,
                 NULL AS status, NULL AS note, NULL AS deliverable, NULL::boolean AS proved
          FROM playbook.schedule_change WHERE node_id = ${workPackageId}
          UNION ALL
          SELECT at, id, 'status', by_person_id, NULL, actual_start_on, actual_end_on, NULL, NULL, status, note, NULL, NULL
          FROM playbook.work_change WHERE node_id = ${workPackageId}
          UNION ALL
          SELECT c.at, c.id, 'proof', NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.reason, n.text, c.proved
          FROM playbook.proof_change c JOIN playbook.node n ON n.id = c.node_id
          WHERE n.work_package_id = ${workPackageId} AND n.kind = 'deliverable') e
        ORDER BY e.at DESC, e.id DESC LIMIT 50`,
  );
