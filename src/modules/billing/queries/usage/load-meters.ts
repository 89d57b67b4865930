import type { Db } from "#kernel/db/database.ts";
import { preparedRows, sql } from "#kernel/db/sql.ts";
import { isInForce, type MeterGrant } from "#modules/billing/rules/usage/quota.ts";
import type { LocalPeriod, UsageCalendar } from "#modules/billing/rules/usage/usage-period.ts";

/** A grant with the subscription that its periods follow; none for what was bought once or given by staff. */
interface GrantRow {
  account_id: string;
  meter: string;
  quantity: number | null;
  quota: "hard" | "soft";
  overage_minor: number | null;
  source_id: string;
  from_at: string;
  until_at: string | null;
  zone: string | null;
  anchor_on: string | null;
  company_zone: string;
  current: LocalPeriod | null;
  billed: LocalPeriod[] | null;
}

/** Everything that decides how usage of one meter by one account is counted. */
export interface Metering {
  accountId: string;
  meter: string;
  grants: readonly (MeterGrant & { calendar: UsageCalendar | null })[];
  /** Where no subscription says otherwise: calendar months of the company's zone. */
  calendar: UsageCalendar;
}

const meteringKey = (accountId: string, meter: string): string => `${accountId} ${meter}`;

/** Of many accounts at once, by account and meter. */
export interface Meterings {
  of(accountId: string, meter: string): Metering | undefined;
  all(): Iterable<Metering>;
}

/** The period under way may not be billed yet; a trial's never is. */
function periodsOf({ billed, current }: GrantRow): LocalPeriod[] {
  const periods = billed ?? [];
  const isKnown = !current || periods.some(({ startsOn }) => startsOn === current.startsOn);
  return (isKnown ? periods : [...periods, current]).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

function toCalendar(row: GrantRow): UsageCalendar | null {
  if (!row.zone) return null;
  const anchorDay = row.anchor_on ? Temporal.PlainDate.from(row.anchor_on).day : null;
  return { zone: row.zone, anchorDay, periods: periodsOf(row) };
}

const toGrant = (row: GrantRow): Metering["grants"][number] => ({
  quantity: row.quantity,
  quota: row.quota,
  overageMinor: row.overage_minor,
  sourceId: row.source_id,
  fromAt: Temporal.Instant.from(row.from_at),
  untilAt: row.until_at === null ? null : Temporal.Instant.from(row.until_at),
  calendar: toCalendar(row),
});

const PERIOD = (startsOn: string, endsOn: string) =>
  sql.raw(`jsonb_build_object('startsOn', ${startsOn}, 'endsOn', ${endsOn})`);

/** Whose meters are wanted. Meters left out: every one. `since`: no event before it is going to be placed. */
interface MeterScope {
  accountIds: readonly string[];
  meters?: readonly string[];
  since?: Temporal.Instant;
}

/** All grants there ever were, with the billed periods that end a day before `since` or later: a zone may be ahead. */
function grantRows(db: Db, { accountIds, meters, since }: MeterScope): Promise<GrantRow[]> {
  const from = since?.subtract({ hours: 24 }).toString() ?? "-infinity";
  return preparedRows<GrantRow>(
    db,
    "billing.load_meters",
    sql`SELECT g.account_id, g.meter, g.quantity, g.quota, g.overage_minor, g.source_id, g.from_at, g.until_at,
          s.zone, s.anchor_on,
          coalesce((SELECT value->>'zone' FROM kernel.setting WHERE key = 'company'), 'UTC') AS company_zone,
          CASE WHEN s.period_starts_on IS NOT NULL THEN ${PERIOD("s.period_starts_on", "s.period_ends_on")} END AS current,
          (SELECT jsonb_agg(${PERIOD("p.starts_on", "p.ends_on")}) FROM billing.subscription_period p
           WHERE p.subscription_id = s.id AND p.ends_on >= ${from}::timestamptz::date) AS billed
        FROM billing.entitlement_grant g
        LEFT JOIN billing.subscription s ON g.source_kind = 'subscription' AND s.id = g.source_id
        WHERE g.meter IS NOT NULL AND g.account_id = ANY(${sql.param(accountIds)}::uuid[])
          AND (${sql.param(meters ?? null)}::text[] IS NULL OR g.meter = ANY(${sql.param(meters ?? null)}::text[]))
        ORDER BY g.from_at, g.id`,
  );
}

/** Loads what decides how usage is counted, in one statement. */
export async function loadMeterings(db: Db, scope: MeterScope): Promise<Meterings> {
  const found = await grantRows(db, scope);
  const grouped = Map.groupBy(found, (row) => meteringKey(row.account_id, row.meter));
  const meterings = new Map<string, Metering>();
  for (const [key, [first, ...more]] of grouped)
    if (first)
      meterings.set(key, {
        accountId: first.account_id,
        meter: first.meter,
        grants: [first, ...more].map(toGrant),
        calendar: { zone: first.company_zone, anchorDay: null, periods: [] },
      });
  return {
    of: (accountId, meter) => meterings.get(meteringKey(accountId, meter)),
    all: () => meterings.values(),
  };
}

/** The calendar an instant is counted by: that of the grant in force which came last and has a subscription. */
export function calendarAt(metering: Metering, at: Temporal.Instant): UsageCalendar {
  const ruling = metering.grants.findLast((grant) => grant.calendar && isInForce(grant, at));
  return ruling?.calendar ?? metering.calendar;
}
