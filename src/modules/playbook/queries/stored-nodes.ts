import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { NodeKind, PlanNode } from "#modules/playbook/rules/import/types.ts";

/** A node of the plan in force, in the importer's own shape, with its id. */
export type StoredNode = PlanNode & { id: string };

interface Row {
  id: string;
  kind: NodeKind;
  path: string;
  text: string;
  line_from: number;
  line_to: number;
  parent: string | null;
  facts: Partial<PlanNode>;
}

/** All nodes of a plan in the order of its source. */
export async function storedNodes(db: Db, planId: string): Promise<StoredNode[]> {
  const found = await rows<Row>(
    db,
    sql`SELECT n.id, n.kind, n.path, n.text, n.line_from, n.line_to, p.path AS parent, n.facts
        FROM playbook.node n LEFT JOIN playbook.node p ON p.id = n.parent_id
        WHERE n.plan_id = ${planId} AND n.removed_at IS NULL ORDER BY n.position`,
  );
  return found.map(({ id, kind, path, text, line_from, line_to, parent, facts }) => ({
    ...facts,
    id,
    kind,
    path,
    text,
    lines: [line_from, line_to],
    parent,
  }));
}
