import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListReviews, ReviewPage } from "#modules/playbook/contract/reviews.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { isoAt } from "#modules/playbook/queries/fragments.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { nextReviewAt } from "#modules/playbook/rules/review/is-review-due.ts";
import { weekDays } from "#modules/playbook/rules/review/week-days.ts";

/** Weekly reviews, newest first. */
export const listReviews = defineQuery({
  name: "playbook.list_reviews",
  title: "List the weekly reviews",
  http: "GET /playbook/reviews",
  access: "playbook:read",
  input: ListReviews,
  output: ReviewPage,
  run: async ({ db, input, now, company }) => {
    const plan = await getActivePlan(db);
    const { zone } = await company();
    const after = readCursor(input.cursor);
    const found = await rows<Omit<z.output<typeof ReviewPage>["reviews"][number], "covers">>(
      db,
      sql`SELECT r.id, r.week, r.draft->>'headline' AS headline, ${isoAt(sql`r.drafted_at`)} AS "draftedAt",
                 ${isoAt(sql`r.signed_at`)} AS "signedAt", r.signed_name AS "signedName",
                 (SELECT count(*)::int FROM playbook.action a
                  WHERE a.review_id = r.id AND a.done_at IS NULL) AS "openActions",
                 (SELECT count(*)::int FROM playbook.comment c WHERE c.subject_kind = 'review'
                    AND c.subject_id = r.id AND c.removed_at IS NULL) AS comments
          FROM playbook.review r
          WHERE r.plan_id = ${plan.id} ${after ? sql`AND (r.week, r.id) < (${after.key}, ${after.id}::uuid)` : sql``}
          ORDER BY r.week DESC, r.id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = toPage(found, input.limit, ({ week, id }) => ({ key: week, id }));
    const reviews = items.map((review) => ({ ...review, covers: weekDays(review.week) }));
    return { reviews, nextCursor, nextDraftAt: nextReviewAt(now, zone).toString() };
  },
});
