import type { IsoDate } from "../calendar/iso-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish: which end of `from` holds which end of `to`. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/** `to` waits for `from`. Lag is in working days; negative lag is a lead. */
export type Link = { from: string; to: string; type: LinkType; lagDays: number };

/** A date the owner has set. `finish_no_later_than` names the last day allowed, that day included. */
export type DateConstraint = {
  type: "start_no_earlier_than" | "must_start_on" | "finish_no_later_than";
  on: IsoDate;
};

/**
 * A work package as planned. All dates are half-open: `end` and `actualEnd` name the day after the last day.
 * With both planned dates the duration is the working days between them; `durationDays` (working days)
 * counts only when a planned date is missing. The planned start means "no earlier than". `progress` is 0 to 1.
 */
export type PlannedPackage = {
  id: string;
  title?: string;
  start?: IsoDate;
  end?: IsoDate;
  durationDays?: number;
  progress: number;
  actualStart?: IsoDate;
  actualEnd?: IsoDate;
  constraint?: DateConstraint;
};

/**
 * Everything a schedule is computed from. Without `asOf` the plan is computed as if nothing had happened late;
 * with it, what is not done yet cannot lie in the past. `startOn` dates packages that have no planned start.
 */
export type ScheduleInput = {
  packages: readonly PlannedPackage[];
  links: readonly Link[];
  calendar?: WorkingCalendar;
  startOn?: IsoDate;
  asOf?: IsoDate;
};

/** What holds a package at its earliest dates. */
export type Driver =
  | { kind: "planned" | "plan_start" | "actual" | "as_of" | "constraint" }
  | { kind: "link"; from: string; type: LinkType; lagDays: number };

/** Dates are half-open. `floatDays` is in working days, negative when a constraint cannot be kept; null once finished. */
export type ScheduledPackage = {
  id: string;
  title: string;
  start: IsoDate;
  end: IsoDate;
  latestStart: IsoDate;
  latestEnd: IsoDate;
  floatDays: number | null;
  critical: boolean;
  finished: boolean;
  driver: Driver;
};

/** A set start date that the links do not allow. */
export type ScheduleConflict = { id: string; on: IsoDate; possibleOn: IsoDate };

/** `criticalPath` is the chain of packages, each holding the next, that ends last. `start` and `end` are half-open. */
export type Schedule = {
  asOf: IsoDate | null;
  start: IsoDate | null;
  end: IsoDate | null;
  packages: ScheduledPackage[];
  criticalPath: string[];
  conflicts: ScheduleConflict[];
  /** Links that name a package the plan does not have; they are left out. */
  unknownLinks: Link[];
};

/** Packages that wait for each other in a ring, in waiting order, the first not repeated. */
export type ScheduleCycle = { ids: string[]; titles: string[]; message: string };

export type ScheduleResult = { ok: true; schedule: Schedule } | { ok: false; cycle: ScheduleCycle };
