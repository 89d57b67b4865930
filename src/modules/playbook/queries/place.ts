import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { placeOfExperiment, placeOfNode, placeOfReview } from "#modules/playbook/rules/place.ts";

interface NodeFacts {
  kind: string;
  ownerId: string | null;
}

/** Kind and owner of a node, or undefined when it is gone. */
export const findNodeFacts = (db: Db, nodeId: string): Promise<NodeFacts | undefined> =>
  firstRow<NodeFacts>(
    db,
    sql`SELECT kind, owner_id AS "ownerId" FROM playbook.node WHERE id = ${nodeId} AND removed_at IS NULL`,
  );

/** The page of what a comment is about. */
export async function placeOfSubject(
  db: Db,
  kind: "node" | "review" | "experiment",
  id: string,
): Promise<string> {
  if (kind === "review") return placeOfReview(id);
  if (kind === "experiment") return placeOfExperiment(id);
  return placeOfNode((await findNodeFacts(db, id))?.kind ?? "", id);
}
