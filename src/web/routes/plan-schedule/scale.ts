import { dateOfDay, dayNumber } from "#web/format/local-date.ts";

export type Zoom = "week" | "month" | "quarter";

export const ZOOMS: readonly Zoom[] = ["week", "month", "quarter"];

/** How wide a day is drawn, in pixels. */
const DAY_WIDTH: Record<Zoom, number> = { week: 20, month: 5, quarter: 0.9 };

/** One division of the scale, with the pixel it begins at. */
export interface Tick {
  x: number;
  on: string;
  /** Begins a year (or, where weeks are shown, a month) and is written with it. */
  major: boolean;
}

/** Turns days into pixels: the chart's width, its divisions, and where a day begins. */
export interface Scale {
  zoom: Zoom;
  dayWidth: number;
  width: number;
  ticks: Tick[];
  x: (on: string) => number;
}

const firstOfMonth = (on: string): string => `${on.slice(0, 7)}-01`;

function addMonths(on: string, months: number): string {
  const count = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const month = String((count % 12) + 1).padStart(2, "0");
  return `${Math.floor(count / 12)}-${month}-01`;
}

// 1970-01-01 was a Thursday.
const monday = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

function startOf(zoom: Zoom, on: string): string {
  if (zoom === "week") return dateOfDay(monday(dayNumber(on)));
  if (zoom === "month") return firstOfMonth(on);
  const month = Number(on.slice(5, 7));
  return addMonths(firstOfMonth(on), -((month - 1) % 3));
}

function next(zoom: Zoom, on: string): string {
  if (zoom === "week") return dateOfDay(dayNumber(on) + 7);
  return addMonths(on, zoom === "month" ? 1 : 3);
}

function isMajor(zoom: Zoom, on: string): boolean {
  return zoom === "week" ? Number(on.slice(8)) <= 7 : on.slice(5) === "01-01";
}

/** Lays a scale over a stretch of days, whole divisions wide. `to` is the day after the last. */
export function makeScale(zoom: Zoom, from: string, to: string): Scale {
  const dayWidth = DAY_WIDTH[zoom];
  const first = startOf(zoom, from);
  const origin = dayNumber(first);
  const x = (on: string) => Math.round((dayNumber(on) - origin) * dayWidth * 10) / 10;
  const ticks: Tick[] = [];
  let on = first;
  for (; on < to; on = next(zoom, on)) ticks.push({ x: x(on), on, major: isMajor(zoom, on) || on === first });
  // Room after the last bar for the words beside it.
  const end = next(zoom, on);
  ticks.push({ x: x(on), on, major: isMajor(zoom, on) });
  return { zoom, dayWidth, width: Math.ceil(x(end)), ticks, x };
}

/** What stands over a division. */
export function tickWords({ on, major }: Tick, zoom: Zoom, locale: string): string {
  const date = new Date(`${on}T12:00:00Z`);
  const write = (fields: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...fields, timeZone: "UTC" }).format(date);
  if (zoom === "week")
    return write(
      major ? { day: "numeric", month: "short", year: "numeric" } : { day: "numeric", month: "short" },
    );
  if (zoom === "month") return write(major ? { month: "short", year: "numeric" } : { month: "short" });
  const quarter = `Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
  return major ? `${quarter} ${on.slice(0, 4)}` : quarter;
}
