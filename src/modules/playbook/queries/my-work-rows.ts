import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { weekWords } from "#modules/playbook/queries/fragments.ts";

/** Something that waits for a person. `why` may need a number or a date put into it by who asks. */
export interface WorkRow {
  kind: "deliverable" | "action" | "risk" | "evidence" | "decision";
  aboutKind: "deliverable" | "action" | "risk" | "gate" | "question" | "review" | "experiment";
  aboutId: string;
  /** The node or review an action belongs to, with its kind; null for everything else. */
  within: { kind: string; id: string } | null;
  text: string;
  why: string;
  dueOn: string | null;
}

/** Whose work, and what the person's rights let wait for them. */
export interface Worker {
  personId: string;
  planId: string;
  today: string;
  mayEdit: boolean;
  mayDecide: boolean;
}

const select = (
  ...[kind, about, rest, within]: [
    WorkRow["kind"],
    WorkRow["aboutKind"],
    ReturnType<typeof sql>,
    ReturnType<typeof sql>?,
  ]
) =>
  sql`SELECT ${kind}::text AS kind, ${about}::text AS "aboutKind", ${within ?? sql`NULL::jsonb`} AS within, ${rest}`;

const deliverables = ({ personId, planId }: Worker) =>
  select(
    "deliverable",
    "deliverable",
    sql`n.id AS "aboutId", n.text, coalesce(s.reason, 'Nothing proves it yet') AS why,
        coalesce(n.due_on, w.ends_on - 1) AS "dueOn"
        FROM playbook.node n LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
        LEFT JOIN playbook.node w ON w.id = n.work_package_id
        WHERE n.plan_id = ${planId} AND n.kind = 'deliverable' AND n.removed_at IS NULL AND n.owner_id = ${personId}
          AND s.proved IS NOT TRUE`,
  );

const actions = ({ personId, planId }: Worker) =>
  select(
    "action",
    "action",
    sql`a.id, a.text, CASE WHEN r.week IS NULL THEN 'Given to you'
                           ELSE 'Agreed in the review of ' || ${weekWords(sql`r.week`)} END, a.due_on
        FROM playbook.action a LEFT JOIN playbook.review r ON r.id = a.review_id
        LEFT JOIN playbook.node n ON n.id = a.node_id AND n.removed_at IS NULL
        WHERE a.plan_id = ${planId} AND a.assignee_id = ${personId} AND a.done_at IS NULL`,
    sql`CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('kind', n.kind, 'id', n.id)
             WHEN r.id IS NOT NULL THEN jsonb_build_object('kind', 'review', 'id', r.id) END`,
  );

const risks = ({ personId, planId, mayEdit }: Worker) =>
  select(
    "risk",
    "risk",
    sql`n.id, n.text, CASE WHEN r.triggered_at IS NOT NULL THEN 'Its trigger was passed'
                           WHEN n.owner_id IS NULL THEN 'Nobody owns this risk' ELSE 'Not rated yet' END, NULL::date
        FROM playbook.node n LEFT JOIN playbook.risk r ON r.node_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'risk' AND n.removed_at IS NULL
          AND coalesce(r.status, 'open') = 'open'
          AND ((n.owner_id = ${personId} AND (r.triggered_at IS NOT NULL OR r.probability IS NULL OR r.impact IS NULL))
               OR (n.owner_id IS NULL AND ${mayEdit}::boolean))`,
  );

/** Deliverables that lost their proof and have no owner to see to it. */
const reopened = ({ planId, mayEdit }: Worker) =>
  select(
    "evidence",
    "deliverable",
    sql`n.id, n.text, s.reason, coalesce(n.due_on, w.ends_on - 1)
        FROM playbook.node n JOIN playbook.deliverable_status s ON s.node_id = n.id
        LEFT JOIN playbook.node w ON w.id = n.work_package_id
        WHERE ${mayEdit}::boolean AND n.plan_id = ${planId} AND n.removed_at IS NULL AND n.owner_id IS NULL
          AND NOT s.proved AND s.reopened_at IS NOT NULL`,
  );

const questions = ({ planId, mayEdit }: Worker) =>
  select(
    "decision",
    "question",
    sql`q.id, q.message, 'A question of the import', NULL::date FROM playbook.question q
        WHERE ${mayEdit}::boolean AND q.plan_id = ${planId} AND q.answered_at IS NULL AND q.withdrawn_at IS NULL`,
  );

const reviews = ({ planId, mayEdit }: Worker) =>
  select(
    "decision",
    "review",
    sql`r.id, 'Review of ' || ${weekWords(sql`r.week`)}, 'It waits for a signature', NULL::date FROM playbook.review r
        WHERE ${mayEdit}::boolean AND r.plan_id = ${planId} AND r.signed_at IS NULL`,
  );

const experiments = ({ personId, planId, today, mayEdit }: Worker) =>
  select(
    "decision",
    "experiment",
    sql`x.id, x.title, CASE WHEN x.result_note IS NULL THEN 'It is over; write down what came out'
                            ELSE 'Decide what follows' END, x.ends_on
        FROM playbook.experiment x
        WHERE x.plan_id = ${planId} AND x.removed_at IS NULL AND x.decision IS NULL AND x.ends_on <= ${today}
          AND (x.owner_id = ${personId} OR (x.owner_id IS NULL AND ${mayEdit}::boolean))`,
  );

/** A gate whose criteria are all met, or waived in time, waits for who may open it. */
const gates = ({ planId, today, mayDecide }: Worker) =>
  select(
    "decision",
    "gate",
    sql`g.id, coalesce('Gate to ' || o.text, 'Gate at the end of ' || p.text), 'All its criteria are met; it can be opened',
        g.due_on
        FROM playbook.gate g JOIN playbook.node p ON p.id = g.phase_id AND p.removed_at IS NULL
        LEFT JOIN playbook.node o ON o.id = g.opens_phase_id
        WHERE ${mayDecide}::boolean AND g.plan_id = ${planId} AND g.opened_at IS NULL
          AND EXISTS (SELECT 1 FROM playbook.gate_criterion c
                      JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
                      WHERE c.gate_id = g.id AND c.removed_at IS NULL)
          AND NOT EXISTS (
            SELECT 1 FROM playbook.gate_criterion c
            JOIN playbook.node n ON n.id = c.node_id AND n.removed_at IS NULL
            LEFT JOIN playbook.criterion_status s ON s.node_id = c.node_id
            WHERE c.gate_id = g.id AND c.removed_at IS NULL AND s.state IS DISTINCT FROM 'met'
              AND NOT EXISTS (SELECT 1 FROM playbook.waiver w WHERE w.gate_id = g.id AND w.node_id = c.node_id
                              AND w.revoked_at IS NULL AND w.expires_on >= ${today}))`,
  );

const SOURCES = [deliverables, actions, risks, reopened, questions, reviews, experiments, gates] as const;

const all = (worker: Worker) =>
  sql.join(
    SOURCES.map((source) => source(worker)),
    sql` UNION ALL `,
  );

interface WorkSearch {
  kind: WorkRow["kind"] | undefined;
  /** How many come before: the list has no key of its own that would stay. */
  skip: number;
  limit: number;
}

/** What waits for one person, late first, undated last. */
export const myWorkRows = (db: Db, worker: Worker, { kind, skip, limit }: WorkSearch): Promise<WorkRow[]> =>
  rows<WorkRow>(
    db,
    sql`SELECT work.* FROM (${all(worker)}) work WHERE ${kind ?? null}::text IS NULL OR kind = ${kind ?? null}
        ORDER BY "dueOn" NULLS LAST, kind, text, "aboutId" LIMIT ${limit} OFFSET ${skip}`,
  );

/** How much waits for one person, by kind, and how much of it is late. */
export const myWorkCounts = (
  db: Db,
  worker: Worker,
): Promise<{ kind: WorkRow["kind"]; count: number; late: number }[]> =>
  rows(
    db,
    sql`SELECT kind, count(*)::int AS count, count(*) FILTER (WHERE "dueOn" < ${worker.today})::int AS late
        FROM (${all(worker)}) work GROUP BY kind`,
  );
