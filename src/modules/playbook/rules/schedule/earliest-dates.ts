import type { DayLine } from "./day-line.ts";
import type { Edge, Network } from "./network.ts";
import type { Driver, PlannedPackage, ScheduleConflict } from "./types.ts";
import type { WorkSpan } from "./work-span.ts";

/** Earliest positions on the working-day line, end exclusive, and what holds each package there. */
export type Earliest = { start: number; end: number; driver: Driver };

type Bound = { at: number; driver: Driver };

/** What the forward pass needs beside the network. */
export type PassContext = {
  network: Network;
  spans: readonly WorkSpan[];
  line: DayLine;
  asOf: number | undefined;
};

/** Forward pass of the critical path method: every package as early as plan, links and facts allow. */
export function computeEarliest(context: PassContext): { dates: Earliest[]; conflicts: ScheduleConflict[] } {
  const { network } = context;
  const dates: Earliest[] = Array.from({ length: network.packages.length });
  const conflicts: ScheduleConflict[] = [];
  for (const index of network.order) {
    const work = network.packages[index];
    const span = context.spans[index];
    if (!work || !span) continue;
    if (span.status === "finished") dates[index] = finishedDates(work, span, context);
    else if (span.status === "started")
      dates[index] = startedDates({ work, span, edges: network.incoming[index] ?? [] }, dates, context);
    else {
      const bound = earliestStart({ work, span, edges: network.incoming[index] ?? [] }, dates, context);
      const pinned =
        work.constraint?.type === "must_start_on" ? context.line.at(work.constraint.on) : undefined;
      if (pinned !== undefined && work.constraint && bound.at > pinned)
        conflicts.push({ id: work.id, on: work.constraint.on, possibleOn: context.line.startDate(bound.at) });
      const start = pinned ?? bound.at;
      const driver: Driver = pinned === undefined ? bound.driver : { kind: "constraint" };
      dates[index] = { start, end: start + span.duration, driver };
    }
  }
  return { dates, conflicts };
}

type Step = { work: PlannedPackage; span: WorkSpan; edges: readonly Edge[] };

function finishedDates(work: PlannedPackage, span: WorkSpan, { line, asOf }: PassContext): Earliest {
  const end =
    work.actualEnd === undefined
      ? Math.min(actualStart(work, span, { line, asOf }) + span.duration, asOf ?? Number.POSITIVE_INFINITY)
      : line.at(work.actualEnd);
  const start = Math.min(actualStart(work, span, { line, asOf }), end);
  return { start, end, driver: { kind: "actual" } };
}

/** Work under way ends when what remains is done, counted from today. */
function startedDates(
  { work, span, edges }: Step,
  dates: readonly Earliest[],
  context: PassContext,
): Earliest {
  const start = actualStart(work, span, context);
  let end =
    context.asOf === undefined ? start + span.duration : Math.max(start, context.asOf) + span.remaining;
  let driver: Driver = { kind: "actual" };
  for (const { from, link } of edges) {
    const before = dates[from];
    if (!before || link.type === "FS" || link.type === "SS") continue;
    const required = (link.type === "FF" ? before.end : before.start) + link.lagDays;
    if (required > end) {
      end = required;
      driver = { kind: "link", from: link.from, type: link.type, lagDays: link.lagDays };
    }
  }
  return { start, end, driver };
}

function actualStart(
  work: PlannedPackage,
  span: WorkSpan,
  { line, asOf }: Pick<PassContext, "line" | "asOf">,
): number {
  if (work.actualStart !== undefined) return line.at(work.actualStart);
  return Math.min(span.planned, asOf ?? span.planned);
}

/** On a tie the link wins: it is the one that would move the package. */
function earliestStart({ work, span, edges }: Step, dates: readonly Earliest[], context: PassContext): Bound {
  const { line, asOf } = context;
  let bound: Bound = { at: span.planned, driver: { kind: span.hasPlannedStart ? "planned" : "plan_start" } };
  if (asOf !== undefined && asOf > bound.at) bound = { at: asOf, driver: { kind: "as_of" } };
  if (work.constraint?.type === "start_no_earlier_than") {
    const at = line.at(work.constraint.on);
    if (at > bound.at) bound = { at, driver: { kind: "constraint" } };
  }
  for (const { from, link } of edges) {
    const before = dates[from];
    if (!before) continue;
    const held = link.type === "FS" || link.type === "FF" ? before.end : before.start;
    const at = held + link.lagDays - (link.type === "FF" || link.type === "SF" ? span.duration : 0);
    if (at > bound.at || (at === bound.at && bound.driver.kind !== "link"))
      bound = { at, driver: { kind: "link", from: link.from, type: link.type, lagDays: link.lagDays } };
  }
  return bound;
}
