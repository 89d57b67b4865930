import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";
import { factorOn } from "#modules/billing/revenue/fx.ts";

/** The calendar month of a zone an instant falls in, as `2027-01`; `instant` is an expression. */
export const monthText = (instant: SQL, zone: string): SQL =>
  sql`to_char(${instant} AT TIME ZONE ${zone}, 'YYYY-MM')`;

/**
 * Movements until an instant with what they are in the company's currency: a select of all columns of
 * billing.mrr_movement and `worth`, null without a rate. Before and after are rounded, not the difference: the sums of
 * worth are what people pay. Each rate is looked up once.
 */
export const worthOfMovements = (currency: string, until: Temporal.Instant): SQL => sql`
  SELECT m.*, (round(m.after_minor * r.factor) - round(m.before_minor * r.factor))::bigint AS worth
  FROM billing.mrr_movement m JOIN (
    SELECT currency, fixed_on, ${factorOn(sql`p.currency`, currency, sql`p.fixed_on`)} AS factor
    FROM (SELECT DISTINCT currency, fixed_on FROM billing.mrr_movement) p) r
    ON r.currency = m.currency AND r.fixed_on = m.fixed_on
  WHERE m.at <= ${until.toString()}`;
