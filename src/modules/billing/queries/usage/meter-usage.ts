import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MeterUsage } from "#modules/billing/contract/usage.ts";
import { calendarAt, loadMeterings, type Metering } from "#modules/billing/queries/usage/load-meters.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";
import { includedIn, isInForce, overageOf, quotaAt } from "#modules/billing/rules/usage/quota.ts";
import { type UsagePeriod, usagePeriodAt } from "#modules/billing/rules/usage/usage-period.ts";

interface Current {
  metering: Metering;
  period: UsagePeriod;
}

const currentOf = (metering: Metering, at: Temporal.Instant): Current[] =>
  metering.grants.some((grant) => isInForce(grant, at))
    ? [{ metering, period: usagePeriodAt(calendarAt(metering, at), at) }]
    : [];

interface UsedRow {
  meter: string;
  starts_on: string;
  used: number;
  currency: string | null;
}

const usedRows = (db: Db, accountId: string, current: readonly Current[]): Promise<UsedRow[]> =>
  rows<UsedRow>(
    db,
    sql`SELECT c.meter, c.starts_on, coalesce(t.used, 0) AS used,
          (SELECT s.currency FROM billing.subscription s WHERE s.id = c.source_id) AS currency
        FROM unnest(${sql.param(current.map(({ metering }) => metering.meter))}::text[],
          ${sql.param(current.map(({ period }) => period.startsOn))}::date[],
          ${sql.param(current.map(({ metering }) => metering.grants.at(-1)?.sourceId ?? null))}::uuid[])
          AS c (meter, starts_on, source_id)
        LEFT JOIN billing.usage_total t
          ON t.account_id = ${accountId} AND t.meter = c.meter AND t.period_starts_on = c.starts_on`,
  );

/** What an account used of each meter it has at an instant, in the period under way; by meter. */
export async function meterUsage(db: Db, accountId: string, at: Temporal.Instant): Promise<MeterUsage[]> {
  const meterings = await loadMeterings(db, { accountIds: [accountId], since: at });
  const current = [...meterings.all()].flatMap((metering) => currentOf(metering, at));
  const used = await usedRows(db, accountId, current);
  return current
    .map(({ metering, period }) => {
      const row = used.find(({ meter }) => meter === metering.meter);
      const { kind, limit } = quotaAt(metering.grants, at);
      const price = metering.grants.findLast((grant) => isInForce(grant, at))?.overageMinor ?? null;
      return {
        meter: metering.meter,
        title: meterTitle(metering.meter),
        quota: kind,
        used: row?.used ?? 0,
        limit,
        overage: overageOf(row?.used ?? 0, kind === "soft" ? includedIn(metering.grants, period) : limit),
        overageMinor: kind === "soft" ? price : null,
        currency: row?.currency ?? null,
        periodStartsOn: period.startsOn,
        periodEndsOn: period.endsOn,
        zone: period.zone,
        resetsAt: period.untilAt.toString(),
      };
    })
    .toSorted((a, b) => (a.meter < b.meter ? -1 : 1));
}

/** What an account used of one meter in the period of an instant; undefined where it has no such meter then. */
export async function usageInPeriod(
  db: Db,
  { accountId, meter, at }: { accountId: string; meter: string; at: Temporal.Instant },
): Promise<MeterUsage | undefined> {
  const all = await meterUsage(db, accountId, at);
  return all.find((usage) => usage.meter === meter);
}
