import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ExperimentPage, ListExperiments } from "#modules/playbook/contract/experiments.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { experimentRows, standingOn } from "#modules/playbook/queries/experiments.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

/** What the company tries out, latest first. */
export const listExperiments = defineQuery({
  name: "playbook.list_experiments",
  title: "List experiments with hypothesis, result and decision",
  http: "GET /playbook/experiments",
  access: "playbook:read",
  input: ListExperiments,
  output: ExperimentPage,
  run: async (context) => {
    const { db, input, metrics } = context;
    const plan = await getActivePlan(db);
    const { today } = await companyDay(context);
    const after = readCursor(input.cursor);
    const where = sql.join(
      [
        sql`x.plan_id = ${plan.id}`,
        input.standing ? sql`AND ${standingOn(today)} = ${input.standing}` : sql``,
        input.workPackageId ? sql`AND x.work_package_id = ${input.workPackageId}` : sql``,
        input.search
          ? sql`AND (x.title ILIKE ${searchPattern(input.search)} OR x.hypothesis ILIKE ${searchPattern(input.search)})`
          : sql``,
        after ? sql`AND (x.starts_on, x.id) < (${after.key}::date, ${after.id}::uuid)` : sql``,
      ],
      sql` `,
    );
    const found = await experimentRows(db, metrics, { where, today, limit: input.limit + 1 });
    const { items, nextCursor } = toPage(found, input.limit, ({ startsOn, id }) => ({ key: startsOn, id }));
    return { experiments: items, nextCursor };
  },
});
