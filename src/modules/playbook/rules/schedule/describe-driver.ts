import { formatDays } from "../calendar/format-date.ts";
import type { Driver, LinkType } from "./types.ts";

const WAITS: Record<LinkType, string> = {
  FS: "It starts after “%” is finished",
  SS: "It starts after “%” has started",
  FF: "It ends after “%” is finished",
  SF: "It ends after “%” has started",
};

/** Why a package stands where it stands, as a sentence without its full stop. */
export function describeDriver(driver: Driver, titles: ReadonlyMap<string, string>): string {
  if (driver.kind === "link") {
    const waits = WAITS[driver.type].replace("%", () => titles.get(driver.from) ?? "another work package");
    if (driver.lagDays === 0) return waits;
    const gap = formatDays(driver.lagDays).replace("day", "working day");
    return driver.lagDays > 0 ? `${waits}, ${gap} later` : `${waits}, with ${gap} of overlap`;
  }
  if (driver.kind === "as_of") return "It has not started, so it cannot start before today";
  if (driver.kind === "actual") return "It has started";
  if (driver.kind === "constraint") return "Its start is fixed";
  if (driver.kind === "plan_start") return "It starts with the plan";
  return "It starts as planned";
}

/** Why a package ends later than it was to, as a sentence without its full stop. */
export function describeSlip(
  work: { driver: Driver; finished: boolean },
  titles: ReadonlyMap<string, string>,
): string {
  if (work.finished) return "It ended later than planned";
  if (work.driver.kind === "actual") return "More is left to do than the time planned";
  if (work.driver.kind === "as_of") return "It has not started";
  return work.driver.kind === "link" ? describeDriver(work.driver, titles) : "Its dates were changed";
}
