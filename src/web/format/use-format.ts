import { useRouteLoaderData } from "react-router";
import type { DateStyle } from "#web/format/date.ts";
import { formatDate, formatDateRange, formatNearDate } from "#web/format/date.ts";
import { formatAgo, formatInstant } from "#web/format/instant.ts";
import { localDate } from "#web/format/local-date.ts";
import { formatMoney, formatRoundMoney } from "#web/format/money.ts";
import { formatChange, formatCompact, formatNumber } from "#web/format/number.ts";
import { dueDays, relativeDays } from "#web/format/relative-days.ts";

interface RootData {
  locale: string;
  zone: string;
  companyZone: string;
  now: string;
}

/** All formats, bound to who reads the page, where, and the instant it was made for. */
export function useFormat() {
  const root = useRouteLoaderData<RootData>("root") ?? {
    locale: "en-GB",
    zone: "UTC",
    companyZone: "UTC",
    now: "1970-01-01T00:00:00Z",
  };
  const { locale, zone, now } = root;
  // The plan's day turns over where the company is, whoever reads it.
  const today = localDate(now, root.companyZone);
  return {
    today,
    now,
    locale,
    zone,
    date: (on: string, style?: DateStyle) => formatDate(on, locale, style),
    nearDate: (on: string) => formatNearDate(on, locale, today),
    dateRange: (from: string, to: string) => formatDateRange(from, to, locale),
    instant: (at: string) => formatInstant(at, { zone, locale }),
    ago: (at: string) => formatAgo(at, now, { zone, locale }),
    relativeDays: (on: string) => relativeDays(on, today),
    dueDays: (on: string) => dueDays(on, today),
    number: (value: number | null, unit?: string) => formatNumber(value, locale, unit),
    change: (value: number, unit?: string) => formatChange(value, locale, unit),
    compact: (value: number) => formatCompact(value, locale),
    money: (minor: bigint, currency: string) => formatMoney(minor, currency, locale),
    roundMoney: (minor: bigint, currency: string) => formatRoundMoney(minor, currency, locale),
  };
}
