import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListWorkPackages, WorkPackageNames } from "#modules/playbook/contract/work-package.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

/** Work packages by name, in the order of the plan: what to choose from. */
export const listWorkPackages = defineQuery({
  name: "playbook.list_work_packages",
  title: "List work packages by name",
  http: "GET /playbook/work-packages",
  access: "playbook:read",
  input: ListWorkPackages,
  output: WorkPackageNames,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const workPackages = await rows<{
      id: string;
      title: string;
      label: string | null;
      period: string | null;
      phase: string | null;
    }>(
      db,
      sql`SELECT n.id, n.text AS title, n.label, CASE WHEN p.kind = 'period' THEN coalesce(p.label, p.text) END AS period,
                 f.text AS phase
          FROM playbook.node n
          LEFT JOIN playbook.node p ON p.id = n.parent_id
          LEFT JOIN playbook.node f ON f.id = n.phase_id
          WHERE n.plan_id = ${plan.id} AND n.kind = 'workPackage' AND n.removed_at IS NULL
            ${input.search ? sql`AND n.text ILIKE ${searchPattern(input.search)}` : sql``}
          ORDER BY n.position LIMIT ${input.limit}`,
    );
    return { workPackages };
  },
});
