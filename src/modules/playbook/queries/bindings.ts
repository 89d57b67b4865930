import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { SeenThing } from "#modules/playbook/rules/evidence/types.ts";

/** One thing asked of a deliverable, as stored. */
export interface StoredBinding {
  id: string;
  deliverableId: string;
  kind: string;
  filter: Record<string, unknown>;
  needed: number;
  suggested: boolean;
  brought: boolean;
  seen: SeenThing[];
}

/** A deliverable with its bindings and how it stood when it was last judged; `proved` is null before that. */
export interface DeliverableToJudge {
  id: string;
  planId: string;
  text: string;
  proved: boolean | null;
  reopened: boolean;
  reason: string;
  bindings: StoredBinding[];
}

/** Which deliverables of a plan: those named, those bound to kinds, or a page of all in the order of their ids. */
export interface DeliverableScope {
  planId: string;
  deliverableIds?: readonly string[];
  kinds?: readonly string[];
  afterId?: string;
  limit?: number;
}

/** A list of ids as one parameter, for `IN`: a set is joined by hash, where an array would be searched row by row. */
export const idList = (ids: readonly string[]) =>
  sql`(SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

function narrowed({ deliverableIds, kinds, afterId }: DeliverableScope) {
  return sql.join([
    deliverableIds ? sql`AND n.id IN ${idList(deliverableIds)}` : sql``,
    kinds
      ? sql`AND n.id IN (SELECT deliverable_id FROM playbook.evidence_binding
                         WHERE kind IN ${kinds} AND removed_at IS NULL)`
      : sql``,
    afterId ? sql`AND n.id > ${afterId}` : sql``,
  ]);
}

/** Deliverables in scope with all that their proof depends on, by id: one query. */
export const deliverablesToJudge = (db: Db, scope: DeliverableScope): Promise<DeliverableToJudge[]> =>
  rows<DeliverableToJudge>(
    db,
    sql`SELECT n.id, n.plan_id AS "planId", n.text, s.proved, s.reopened_at IS NOT NULL AS reopened,
               coalesce(s.reason, '') AS reason,
               coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'deliverableId', n.id, 'kind', b.kind,
                           'filter', b.filter, 'needed', b.min_count, 'suggested', b.suggested,
                           'brought', b.brought, 'seen', b.seen) ORDER BY b.created_at, b.id)
                         FROM playbook.evidence_binding b
                         WHERE b.deliverable_id = n.id AND b.removed_at IS NULL), '[]') AS bindings
        FROM playbook.node n LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
        WHERE n.plan_id = ${scope.planId} AND n.kind = 'deliverable' AND n.removed_at IS NULL ${narrowed(scope)}
        ORDER BY n.id ${scope.limit ? sql`LIMIT ${scope.limit}` : sql``}`,
  );
