import { dateOfDay, dayNumber } from "#web/format/local-date.ts";
import type { ForecastPoint, Point } from "#web/ui/chart/series.ts";

/** The day the gallery's figures are of; they are invented. */
export const SAMPLE_TODAY = "2027-05-17";

/** A weekly series that ends on the sample's day. */
export function weekly(values: readonly (number | null)[]): Point[] {
  const last = dayNumber(SAMPLE_TODAY);
  return values.map((value, index) => ({ on: dateOfDay(last - 7 * (values.length - 1 - index)), value }));
}

/** What is expected in the weeks after. */
export function weeksAhead(pairs: readonly [p50: number, p85: number][]): ForecastPoint[] {
  const last = dayNumber(SAMPLE_TODAY);
  return pairs.map(([p50, p85], index) => ({ on: dateOfDay(last + 7 * index), p50, p85 }));
}

/** One row of the sample list. */
export interface SampleCriterion {
  id: string;
  title: string;
  value: number | null;
  unit: string;
  target: number;
  dueOn: string;
  state: string;
  word?: string;
  tone: "accent" | "positive" | "caution" | "critical" | "neutral";
  chance: string;
  points: Point[];
  forecast: ForecastPoint[];
}

const rising = weekly([0, 0, 2, 5, 9, 14, 20, 26, 31, 36, 39, 41]);

/** A scorecard's rows, with the names that are hardest to fit. */
export const sampleCriteria: SampleCriterion[] = [
  {
    id: "1",
    title: "Blog posts published",
    value: 23,
    unit: "count",
    target: 20,
    dueOn: "2027-03-31",
    state: "met",
    word: "Met 18 Mar",
    tone: "positive",
    chance: "—",
    points: weekly([2, 4, 5, 8, 11, 13, 16, 19, 21, 22, 23, 23]),
    forecast: [],
  },
  {
    id: "2",
    title: "Course enrolments",
    value: 41,
    unit: "count",
    target: 50,
    dueOn: "2027-05-31",
    state: "on_track",
    tone: "accent",
    chance: "82% · likely 26 May",
    points: rising,
    forecast: weeksAhead([
      [41, 41],
      [46, 44],
      [51, 47],
      [56, 50],
    ]),
  },
  {
    id: "3",
    title: "Customers",
    value: 71,
    unit: "count",
    target: 100,
    dueOn: "2027-05-31",
    state: "at_risk",
    tone: "caution",
    chance: "24% · likely 12 Jun",
    points: weekly([1, 3, 8, 15, 24, 33, 41, 50, 58, 63, 67, 71]),
    forecast: weeksAhead([
      [71, 71],
      [80, 75],
      [89, 80],
      [98, 86],
    ]),
  },
  {
    id: "4",
    title: "Customer retention",
    value: 91.2,
    unit: "percent",
    target: 90,
    dueOn: "2027-06-30",
    state: "on_track",
    tone: "accent",
    chance: "88%",
    points: weekly([85, 86, 88.5, null, 90.4, 89.6, 91, 90.2, 91.4, 91.2, 91, 91.2]),
    forecast: weeksAhead([
      [91.2, 91.2],
      [91.2, 90.1],
      [91.1, 89.4],
    ]),
  },
  {
    id: "5",
    title: "Durchschnittliche Kundenzufriedenheitsbewertung über alle Unterstützungsanfragen des Vorquartals",
    value: null,
    unit: "percent",
    target: 80,
    dueOn: "2027-06-30",
    state: "unknown",
    tone: "neutral",
    chance: "No source yet",
    points: [],
    forecast: [],
  },
  {
    id: "6",
    title: "متوسط وقت الاستجابة لطلبات الدعم خلال ساعات العمل الرسمية",
    value: 1240,
    unit: "ms",
    target: 1000,
    dueOn: "2027-04-30",
    state: "missed",
    word: "Missed 30 Apr",
    tone: "critical",
    chance: "—",
    points: weekly([1900, 1800, 1750, 1600, 1500, 1420, 1380, 1300, 1290, 1250, 1240, 1240]),
    forecast: [],
  },
];
