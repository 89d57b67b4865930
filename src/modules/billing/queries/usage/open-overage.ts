import { checkedMinor } from "#kernel/money.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { loadMeterings, type Metering } from "#modules/billing/queries/usage/load-meters.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";
import { includedIn, overageOf, overagePriceIn } from "#modules/billing/rules/usage/quota.ts";
import { withInstants } from "#modules/billing/rules/usage/usage-period.ts";
import type { DraftLine } from "#modules/billing/rules/types.ts";

/** Whose usage is asked for: of the meters this subscription grants, in periods that ended by `periodEndsOn`. */
export interface OverageScope {
  accountId: string;
  subscriptionId: string;
  /** The billing period that ended, local days; what happened before it was told late. */
  periodStartsOn: string;
  periodEndsOn: string;
}

/** Units beyond a quota that no invoice asks for yet, as the line that will. `overage` is all there is in the period. */
export interface OpenOverage {
  meter: string;
  startsOn: string;
  overage: number;
  line: DraftLine;
}

interface TotalRow {
  meter: string;
  starts_on: string;
  ends_on: string;
  zone: string;
  used: number;
  drawn: number;
}

interface Plan {
  offer_id: string;
  tax_category: string;
}

function toOpen(total: TotalRow, metering: Metering, scope: OverageScope, plan: Plan): OpenOverage[] {
  const period = withInstants({ startsOn: total.starts_on, endsOn: total.ends_on }, total.zone);
  const included = includedIn(metering.grants, period);
  const own = metering.grants.filter(({ sourceId }) => sourceId === scope.subscriptionId);
  const unitMinor = overagePriceIn(own, period);
  const overage = overageOf(total.used, included);
  const quantity = overage - total.drawn;
  if (quantity <= 0 || !unitMinor) return [];
  const isLate = total.ends_on <= scope.periodStartsOn;
  const words = `${meterTitle(total.meter)} beyond the ${included} included`;
  const line: DraftLine = {
    description: isLate ? `${words}, told after the period` : words,
    quantity,
    unitMinor,
    amountMinor: checkedMinor(quantity * unitMinor),
    isDiscountable: false,
    taxCategory: plan.tax_category,
    offerId: plan.offer_id,
    priceId: null,
    periodStartsOn: total.starts_on,
    periodEndsOn: total.ends_on,
    revenue: "usage",
    earnedDays: null,
  };
  return [{ meter: total.meter, startsOn: total.starts_on, overage, line }];
}

/**
 * What the next invoice asks for usage beyond soft quotas: of the period that ended, and of earlier ones what was told
 * late. The same however events were ordered or repeated. `lock`: keeps the counters until the transaction ends.
 */
export async function openOverage(
  db: Db,
  scope: OverageScope,
  lock: "lock" | "read" = "read",
): Promise<OpenOverage[]> {
  const meterings = [...(await loadMeterings(db, { accountIds: [scope.accountId] })).all()].filter(
    ({ grants }) =>
      grants.some(({ sourceId, quota }) => sourceId === scope.subscriptionId && quota === "soft"),
  );
  if (meterings.length === 0) return [];
  const plan = await firstRow<Plan>(
    db,
    sql`SELECT s.offer_id, d.tax_category FROM billing.subscription s JOIN billing.offer o ON o.id = s.offer_id
        JOIN billing.product d ON d.id = o.product_id WHERE s.id = ${scope.subscriptionId}`,
  );
  if (!plan) return [];
  const totals = await rows<TotalRow>(
    db,
    sql`SELECT meter, period_starts_on AS starts_on, period_ends_on AS ends_on, zone, used, drawn
        FROM billing.usage_total
        WHERE account_id = ${scope.accountId} AND meter = ANY(${sql.param(meterings.map(({ meter }) => meter))}::text[])
          AND period_ends_on <= ${scope.periodEndsOn}
        ORDER BY meter, period_starts_on ${lock === "lock" ? sql`FOR UPDATE` : sql``}`,
  );
  return totals.flatMap((total) => {
    const metering = meterings.find(({ meter }) => meter === total.meter);
    return metering ? toOpen(total, metering, scope, plan) : [];
  });
}
