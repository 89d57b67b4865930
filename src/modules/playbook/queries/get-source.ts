import { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Source } from "#modules/playbook/contract/sources.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { readPlan } from "#modules/playbook/rules/import/index.ts";

type Full = z.output<typeof Source>;
type Row = Omit<Full, "nodes" | "changes" | "repaired" | "chain"> & {
  encoding: { repaired: boolean; chain: string[] };
};

/** What the lines of a file became when it was read: of an earlier file, which the plan's nodes have left behind. */
function nodesAsRead({ text, fileName }: Pick<Full, "text" | "fileName">): Full["nodes"] {
  const { nodes, targets } = readPlan(Buffer.from(text), { fileName });
  const withNumber = new Set(targets.map(({ node }) => node));
  return nodes.map(({ kind, path, text: words, lines }) => ({
    nodeId: null,
    kind,
    text: words,
    lines,
    numeric: withNumber.has(path),
  }));
}

/** A file with what each of its lines became. */
export const getSource = defineQuery({
  name: "playbook.get_source",
  title: "Show an imported file beside what each line became",
  http: "GET /playbook/sources/:sourceId",
  access: "playbook:read",
  input: z.object({ sourceId: z.uuid() }),
  output: Source,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const row = await firstRow<Row>(
      db,
      sql`SELECT s.id AS "sourceId", s.file_name AS "fileName", s.sha256, s.imported_at AS "importedAt",
                 p.name AS "importedBy", s.id = ${plan.sourceId} AS current, s.encoding, s.counts, s.text, s.skipped,
                 s.structure, s.lint, s.changes AS "changeList"
          FROM playbook.source s LEFT JOIN auth.person p ON p.id = s.imported_by
          WHERE s.id = ${input.sourceId} AND s.plan_id = ${plan.id}`,
    );
    if (!row)
      throw refuse("not_found", "playbook.source_not_found", "This file is not one of the plan's sources.");
    const nodes = row.current
      ? await rows<Full["nodes"][number]>(
          db,
          sql`SELECT id AS "nodeId", kind, text, jsonb_build_array(line_from, line_to) AS lines,
                     EXISTS (SELECT 1 FROM playbook.target t WHERE t.node_id = n.id AND t.removed_at IS NULL) AS numeric
              FROM playbook.node n WHERE plan_id = ${plan.id} AND removed_at IS NULL ORDER BY position`,
        )
      : nodesAsRead(row);
    const { encoding, ...rest } = row;
    return {
      ...rest,
      importedAt: Temporal.Instant.from(row.importedAt).toString(),
      repaired: encoding.repaired,
      chain: encoding.chain,
      changes: row.changeList.length,
      nodes,
    };
  },
});
