import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ActionPage, ListActions } from "#modules/playbook/contract/work.ts";
import { actionRows } from "#modules/playbook/queries/actions.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";

const STANDINGS = { open: sql`AND a.done_at IS NULL`, done: sql`AND a.done_at IS NOT NULL` } as const;

/** What people agreed to do. */
export const listActions = defineQuery({
  name: "playbook.list_actions",
  title: "List actions and who does them by when",
  http: "GET /playbook/actions",
  access: "playbook:read",
  input: ListActions,
  output: ActionPage,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const { standing, assigneeId, reviewId, nodeId, limit } = input;
    const after = readCursor(input.cursor);
    const where = sql.join(
      [
        sql`a.plan_id = ${plan.id}`,
        standing ? STANDINGS[standing] : sql``,
        assigneeId ? sql`AND a.assignee_id = ${assigneeId}` : sql``,
        reviewId ? sql`AND a.review_id = ${reviewId}` : sql``,
        nodeId ? sql`AND a.node_id = ${nodeId}` : sql``,
        after
          ? sql`AND (coalesce(a.due_on, 'infinity'), a.id) > (${after.key}::date, ${after.id}::uuid)`
          : sql``,
      ],
      sql` `,
    );
    const found = await actionRows(db, { where, limit: limit + 1 });
    const { items, nextCursor } = toPage(found, limit, ({ dueOn, id }) => ({ key: dueOn ?? "infinity", id }));
    return { actions: items, nextCursor };
  },
});
