/** What a line of a plan can become. The names are the singulars of the keys of `Counts`. */
export type NodeKind =
  | "phase"
  | "period"
  | "objective"
  | "workPackage"
  | "deliverable"
  | "activity"
  | "criterion"
  | "kpi"
  | "successFactorGroup"
  | "successFactor"
  | "risk"
  | "mitigation"
  | "milestone"
  | "overview";

/** First and last line, 1-based, both included, in the file as given (frontmatter counts). */
export type LineRange = [number, number];

/**
 * A stretch of time relative to the start of the plan: units `from`..`to`, both included, counted from 1.
 * `month` is set when weeks or days are counted from the start of that month instead of from the plan's.
 */
export interface Span {
  unit: "month" | "week" | "day";
  from: number;
  to: number;
  month?: number;
}

/**
 * The end of a unit of plan time: `{endOfMonth: 3}`, `{endOfMonth: 3, endOfWeek: 2}` (week 2 of month 3),
 * `{endOfWeek: 8}` and `{endOfDay: 60}` (counted from the start of the plan), or a calendar date `on` (ISO).
 */
export interface Due {
  endOfMonth?: number;
  endOfWeek?: number;
  endOfDay?: number;
  on?: string;
}

export type TargetOp = ">=" | ">" | "<=" | "<" | "=" | "between" | "delta";
export type Window = "daily" | "weekly" | "monthly" | "quarterly" | "yearly";

/** A number to reach, as the grammar reads it. Amounts of money are in major units; percentages in points. */
export interface Quantity {
  /** The exact characters of the text that were read. */
  raw: string;
  op: TargetOp;
  /** Opens the gate; null when only an upper bound is given. */
  min: number | null;
  /** Stretch (a ceiling for headcount), or the bound itself when `op` is `<` or `<=`. */
  max: number | null;
  unit: string | null;
  /** ISO 4217; "$" alone is read as USD. */
  currency: string | null;
  window: Window | null;
  /** Set when a range was written from the higher number to the lower. */
  reversed?: true;
}

/** A numeric target of a criterion or KPI. `metric` is null when it cannot be known: see `questions`. */
export interface Target extends Quantity {
  line: number;
  /** Path of the criterion or KPI. */
  node: string;
  metric: string | null;
  due: Due | null;
}

/** A level of a metric, such as `people.customer_retention_rate < 90`. */
export interface MetricBound {
  metric: string;
  op: ">=" | ">" | "<=" | "<" | "=";
  level: number;
}

/** One thing of the plan. `path` is its identity; texts repeat and identify nothing. */
export interface PlanNode {
  kind: NodeKind;
  path: string;
  text: string;
  lines: LineRange;
  parent: string | null;
  /** What stood before the title: "Phase 1", "Week 3-4", "Financial Metrics". */
  label?: string;
  span?: Span;
  /** The words the span was read from, where they are not the label's: "Months 1-6". */
  timeText?: string;
  /** The heading or label line that groups items inside one parent, such as "Strategic Risks". */
  group?: string;
  state?: "open" | "done";
  /** Path of the deliverable whose completion this criterion states. */
  completes?: string;
  due?: Due;
  owner?: string;
  probability?: string;
  impact?: string;
  /** What would show that a risk comes true, as it was written. */
  trigger?: string;
  /** The same as a bound on a metric, where the words say one. */
  triggerOn?: MetricBound;
  /** What shows that a deliverable exists: "file of the signed lease". */
  proof?: string;
  /** Where a criterion's or KPI's number is found: the key of a metric, or words for people. */
  readFrom?: string;
  /** Where a KPI stood when the plan was written, as it was written. */
  baseline?: string;
  /** Paths of the work packages that must be finished before this one starts. */
  dependsOn?: string[];
  /** Prose under a heading, kept as it was written. */
  notes?: string;
  /**
   * True for a work package that has no heading of its own (its items hang directly under phase or period), and for
   * the objective that a work package called "Objective 1: …" states with its heading.
   */
  implicit?: true;
}

export interface Counts {
  phases: number;
  periods: number;
  objectives: number;
  workPackages: number;
  deliverables: number;
  activities: number;
  criteria: number;
  numericCriteria: number;
  kpis: number;
  numericKpis: number;
  successFactorGroups: number;
  successFactors: number;
  risks: number;
  mitigations: number;
  milestones: number;
  overview: number;
}

export type Codec = "cp1252" | "macroman" | "latin1";

/** How the bytes were read. `chain` lists the misreadings that were undone, the latest first. */
export interface Encoding {
  repaired: boolean;
  chain: Codec[];
  /** Hex digest of the bytes as given. */
  sha256: string;
  read: "utf-8" | "utf-16le" | "utf-16be" | "cp1252";
}

/** Something only the owner can answer; nothing is guessed in its place. */
export interface Question {
  code: "metric_unknown" | "start_unknown" | "list_without_label" | "number_unclear";
  lines: LineRange;
  message: string;
  node?: string;
}

/** Lines that became nothing, and why. Blank lines, rules and frontmatter are not listed. */
export interface Skipped {
  lines: LineRange;
  why: string;
}

/** Lines that carry structure only: title, headings, labels, fences, table heads. */
export interface Structure {
  lines: LineRange;
  as: "title" | "heading" | "label" | "fence" | "table";
}

export interface LintFinding {
  code: string;
  lines: LineRange;
  message: string;
}

export interface PlanContent {
  encoding: Encoding;
  title: string;
  /** Language the plan is written in: decides how its numbers are read ("1,5") and how it is exported. */
  language: "en" | "es";
  /** ISO 4217: the currency the file names, or the one given by the caller; null for neither. */
  currency: string | null;
  /** First day of the plan (ISO), where the file names it. */
  start: string | null;
  /** What month 1 is where the headings name calendar times: "2027-01", or "Q3" where no year is named. */
  calendarStart: string | null;
  counts: Counts;
  targets: Target[];
  nodes: PlanNode[];
  questions: Question[];
  skipped: Skipped[];
  structure: Structure[];
  lint: LintFinding[];
}

export interface ImportedPlan extends PlanContent {
  ok: true;
}

/** Same shape with nothing in it. `playbook.no_plan`: no plan found; `playbook.plan_too_large`: over a limit. */
export interface RefusedPlan extends PlanContent {
  ok: false;
  code: "playbook.no_plan" | "playbook.plan_too_large";
  message: string;
}

export type PlanReading = ImportedPlan | RefusedPlan;
