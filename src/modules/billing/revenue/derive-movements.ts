import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";

/**
 * The movements of customers, derived from the history of their subscriptions: a select in the order of the columns of
 * billing.mrr_movement. `whose` is a condition on billing.subscription_state s that takes whole customers.
 *
 * A customer's changes at one instant and in one currency are one movement (ChartMogul counts customers). It is new or a
 * reactivation when nothing was paid before, churn when nothing is paid after, in any currency. Its cause is that of the
 * state written last.
 *
 * Every pass costs a second for a million rows, hence few of them: states of one instant need not be told apart, because
 * their changes add up to that of the last; two orders serve all windows.
 */
export const movementRows = (whose: SQL): SQL => sql`
  WITH change AS (
    SELECT s.account_id, s.from_at AS at, s.currency, s.seq, s.subscription_id, s.cause, s.cause_id,
      CASE WHEN s.is_active THEN s.mrr_minor ELSE 0 END
        - coalesce(lag(CASE WHEN s.is_active THEN s.mrr_minor ELSE 0 END) OVER history, 0) AS delta
    FROM billing.subscription_state s WHERE ${whose}
    WINDOW history AS (PARTITION BY s.subscription_id ORDER BY s.from_at, s.seq)),
  step AS (
    SELECT account_id, currency, at, sum(delta)::bigint AS amount,
      (array_agg(subscription_id ORDER BY seq DESC))[1] AS subscription_id,
      (array_agg(cause ORDER BY seq DESC))[1] AS cause, (array_agg(cause_id ORDER BY seq DESC))[1] AS cause_id
    FROM change WHERE delta <> 0 GROUP BY account_id, currency, at HAVING sum(delta) <> 0),
  level AS (
    SELECT *, (sum(amount) OVER by_currency)::bigint AS after, first_value(at) OVER by_currency AS first_at FROM step
    WINDOW by_currency AS (PARTITION BY account_id, currency ORDER BY at)),
  standing AS (
    SELECT *, sum((after > 0)::int - (after > amount)::int) OVER by_instant AS paying,
      sum((after > 0)::int - (after > amount)::int) OVER instant AS turned,
      currency = min(currency) OVER instant AS is_first, first_value(at) OVER by_instant AS since_at
    FROM level
    WINDOW by_instant AS (PARTITION BY account_id ORDER BY at), instant AS (PARTITION BY account_id, at))
  SELECT account_id, at, currency,
    CASE WHEN paying = 0 THEN 'churn'
      WHEN paying > turned THEN CASE WHEN amount > 0 THEN 'expansion' ELSE 'contraction' END
      WHEN at = since_at THEN 'new' ELSE 'reactivation' END AS kind,
    amount AS amount_minor, after - amount AS before_minor, after AS after_minor,
    CASE WHEN NOT is_first OR (paying > turned AND paying > 0) THEN 0 WHEN paying = 0 THEN -1 ELSE 1 END::smallint
      AS customers,
    (first_at AT TIME ZONE 'UTC')::date AS fixed_on, since_at, subscription_id, cause, cause_id
  FROM standing`;
