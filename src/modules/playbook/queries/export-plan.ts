import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ExportedPlan, ExportPlan } from "#modules/playbook/contract/sources.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { storedNodes } from "#modules/playbook/queries/stored-nodes.ts";
import { type Target, writePlanMarkdown } from "#modules/playbook/rules/import/index.ts";

const storedTargets = (db: Db, planId: string) =>
  rows<Target>(
    db,
    sql`SELECT t.line, n.path AS node, t.raw, t.op, t.min::float8 AS min, t.max::float8 AS max, t.unit, t.currency,
               t."window", t.metric, n.due
        FROM playbook.target t JOIN playbook.node n ON n.id = t.node_id
        WHERE t.plan_id = ${planId} AND t.removed_at IS NULL ORDER BY n.position`,
  );

/** The plan in force as clean Markdown, which imports to the same plan, or as JSON. */
export const exportPlan = defineQuery({
  name: "playbook.export_plan",
  title: "Export the plan as Markdown or JSON",
  http: "GET /playbook/plan/export",
  access: "playbook:read",
  input: ExportPlan,
  output: ExportedPlan,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const nodes = (await storedNodes(db, plan.id)).map(({ id: _, ...node }) => node);
    const targets = await storedTargets(db, plan.id);
    const { title, startOn, currency, language, calendarStart } = plan;
    return input.format === "json"
      ? {
          fileName: "plan.json",
          mediaType: "application/json",
          text: JSON.stringify(
            { title, startOn, currency, language, calendarStart, nodes, targets },
            null,
            2,
          ),
        }
      : {
          fileName: "plan.md",
          mediaType: "text/markdown",
          text: writePlanMarkdown({ title, language, calendarStart, currency, start: startOn, nodes }),
        };
  },
});
