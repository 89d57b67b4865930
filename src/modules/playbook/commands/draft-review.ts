import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { DraftedReview, DraftReview } from "#modules/playbook/contract/reviews.ts";
import { ReviewDrafted } from "#modules/playbook/events/reviews.ts";
import { type ActivePlan, findActivePlan, getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { reviewSigned } from "#modules/playbook/queries/lock-review.ts";
import { reviewFacts } from "#modules/playbook/queries/review-facts.ts";
import { draftWeeklyReview } from "#modules/playbook/rules/review/draft-weekly-review.ts";
import { isReviewDue, type ReviewTurn } from "#modules/playbook/rules/review/is-review-due.ts";
import type { ReviewFacts } from "#modules/playbook/rules/review/types.ts";

const lastWeek = async (tx: Tx, planId: string): Promise<string | null> =>
  (
    await firstRow<{ week: string | null }>(
      tx,
      sql`SELECT max(week) AS week FROM playbook.review WHERE plan_id = ${planId}`,
    )
  )?.week ?? null;

/** A week that ended before the plan was there has nothing to look back on. */
async function hasPassed(tx: Tx, plan: ActivePlan, { covers }: ReviewTurn, zone: string): Promise<boolean> {
  const row = await firstRow<{ createdAt: string }>(
    tx,
    sql`SELECT created_at AS "createdAt" FROM playbook.plan WHERE id = ${plan.id}`,
  );
  if (!row || plan.startOn >= covers.end) return false;
  const createdOn = Temporal.Instant.from(row.createdAt).toZonedDateTimeISO(zone).toPlainDate();
  return createdOn.toString() < covers.end;
}

const chancesOf = ({ targets }: ReviewFacts) =>
  Object.fromEntries(targets.flatMap(({ id, chance }) => (chance === null ? [] : [[id, chance]])));

/** Writes the week's review, once; of two at once the second waits and redrafts, or leaves it as it is. */
async function write(
  context: CommandContext<{ onlyWhenDue: boolean }>,
  plan: ActivePlan,
  facts: ReviewFacts,
): Promise<{ reviewId: string; drafted: boolean }> {
  const { tx, input, now, emit } = context;
  const draft = draftWeeklyReview(facts);
  const row = await firstRow<{ id: string; isNew: boolean }>(
    tx,
    sql`INSERT INTO playbook.review AS r (id, plan_id, week, draft, chances, drafted_at)
        VALUES (${newId()}, ${plan.id}, ${draft.week}, ${JSON.stringify(draft)}::jsonb,
          ${JSON.stringify(chancesOf(facts))}::jsonb, ${now.toString()})
        ON CONFLICT (plan_id, week) DO UPDATE SET draft = excluded.draft, chances = excluded.chances,
          drafted_at = excluded.drafted_at
          WHERE r.signed_at IS NULL AND NOT ${input.onlyWhenDue}::boolean
        RETURNING id, xmax = 0 AS "isNew"`,
  );
  if (row) {
    const { week, headline } = draft;
    await emit(ReviewDrafted, { reviewId: row.id, planId: plan.id, week, headline, redrafted: !row.isNew });
    return { reviewId: row.id, drafted: true };
  }
  const existing = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM playbook.review WHERE plan_id = ${plan.id} AND week = ${draft.week}`,
  );
  if (!existing || !input.onlyWhenDue) throw reviewSigned();
  return { reviewId: existing.id, drafted: false };
}

/**
 * Drafts the review of last week from the facts; called again it drafts anew, while the review is not signed, and
 * keeps what people wrote. Errors: `playbook.no_plan_yet`, `playbook.review_signed`.
 */
export const draftReview = defineCommand({
  name: "playbook.draft_review",
  title: "Draft the review of last week",
  http: "POST /playbook/reviews",
  access: "playbook:edit",
  input: DraftReview,
  output: DraftedReview,
  run: async (context) => {
    const { tx, input, now } = context;
    const { zone, today } = await companyDay(context);
    const plan = input.onlyWhenDue ? await findActivePlan(tx) : await getActivePlan(tx);
    if (!plan) return { reviewId: null, drafted: false };
    const turn = isReviewDue(now, zone, await lastWeek(tx, plan.id));
    if (input.onlyWhenDue && (!turn.due || !(await hasPassed(tx, plan, turn, zone))))
      return { reviewId: null, drafted: false };
    return write(context, plan, await reviewFacts(tx, plan, { zone, today, turn }));
  },
});
