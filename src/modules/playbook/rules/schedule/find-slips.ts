import { formatDays } from "../calendar/format-date.ts";
import { daysBetween, type IsoDate } from "../calendar/iso-date.ts";
import type { Schedule, ScheduledPackage } from "./types.ts";

/** A package whose end moved later, by calendar days, and why. */
export type Slip = { id: string; title: string; days: number; reason: string };

/**
 * What slipped between two looks at the plan, worst first: packages that end later in the current schedule than
 * they did then. `endsThen` maps package id to its (half-open) end at the earlier look.
 */
export function findSlips(endsThen: Readonly<Record<string, IsoDate>>, current: Schedule): Slip[] {
  const titles = new Map(current.packages.map(({ id, title }) => [id, title]));
  return current.packages
    .flatMap((work) => {
      const then = endsThen[work.id];
      const days = then === undefined ? 0 : daysBetween(then, work.end);
      if (days <= 0) return [];
      return [
        { id: work.id, title: work.title, days, reason: `+${formatDays(days)}, ${reasonOf(work, titles)}` },
      ];
    })
    .toSorted((a, b) => b.days - a.days);
}

function reasonOf({ driver, finished }: ScheduledPackage, titles: ReadonlyMap<string, string>): string {
  if (finished) return "it ended later than expected";
  if (driver.kind === "link") return `it waits for “${titles.get(driver.from) ?? driver.from}”`;
  if (driver.kind === "actual") return "more is left to do than the time planned";
  if (driver.kind === "as_of") return "it has not started";
  return "its dates were changed";
}
