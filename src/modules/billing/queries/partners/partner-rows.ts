import type { SQL } from "drizzle-orm";
import { type Config, publicUrl } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Partner } from "#modules/billing/contract/partners.ts";

/** Of a commission row c on a local day: what is open, and whether it may be stated. */
const OPEN = sql`(c.accrued_minor - c.clawed_back_minor - c.stated_minor)`;

/** Sums of one partner p by currency, as `CommissionSums`. */
const SUMS = (today: string): SQL => sql`
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.currency), '[]') FROM (
     SELECT c.currency, sum(c.accrued_minor)::bigint AS "accruedMinor",
       sum(c.clawed_back_minor)::bigint AS "clawedBackMinor", sum(c.stated_minor)::bigint AS "statedMinor",
       (SELECT coalesce(sum(t.amount_minor), 0)::bigint FROM billing.commission_statement t
        WHERE t.partner_id = p.id AND t.currency = c.currency AND t.status = 'paid') AS "paidMinor",
       coalesce(sum(${OPEN}) FILTER (WHERE c.payable_on > ${today} AND ${OPEN} > 0), 0)::bigint AS "heldMinor",
       coalesce(sum(${OPEN}) FILTER (WHERE c.payable_on <= ${today} OR ${OPEN} < 0), 0)::bigint AS "payableMinor"
     FROM billing.commission c WHERE c.partner_id = p.id GROUP BY c.currency) s)`;

type Row = Omit<Partner, "createdAt" | "link"> & { created_at: string };

/** Partners with what they brought and earned by a local day of the company. `where` and `order` speak of partner p. */
export async function partnerRows(
  db: Db,
  config: Config,
  { where, order = sql``, today }: { where: SQL; order?: SQL; today: string },
): Promise<Partner[]> {
  const found = await rows<Row>(
    db,
    sql`SELECT p.id, p.code, p.name, p.email, p.tax_id AS "taxId", p.account_id AS "accountId", p.note,
          p.rate_ppm AS "ratePpm", p.fixed_minor AS "fixedMinor", p.currency, p.earning_months AS "earningMonths",
          p.attribution_days AS "attributionDays", p.is_active AS "isActive", p.created_at,
          (SELECT count(*) FROM billing.referral r WHERE r.partner_id = p.id AND r.refused IS NULL) AS orders,
          (SELECT count(*) FROM billing.referral r WHERE r.partner_id = p.id AND r.refused IS NOT NULL) AS "refusedOrders",
          ${SUMS(today)} AS sums
        FROM billing.partner p WHERE ${where} ${order}`,
  );
  return found.map(({ created_at, ...partner }) => ({
    ...partner,
    createdAt: Temporal.Instant.from(created_at).toString(),
    link: `${publicUrl(config)}/r/${partner.code}`,
  }));
}
