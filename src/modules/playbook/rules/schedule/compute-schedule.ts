import { createDayLine, type DayLine } from "./day-line.ts";
import { computeEarliest, type Earliest, type PassContext } from "./earliest-dates.ts";
import { computeLatest, type Latest } from "./latest-dates.ts";
import { buildNetwork } from "./network.ts";
import type { PlannedPackage, ScheduledPackage, ScheduleInput, ScheduleResult } from "./types.ts";
import { placeWork, type WorkSpan } from "./work-span.ts";

/**
 * Dates a plan by the critical path method (Kelley and Walker 1959) over working days, with all four link types
 * and lag. Refuses a ring of packages by naming it. Throws RangeError for a date that is none, for two packages
 * with one id, and when nothing says where the plan starts.
 */
export function computeSchedule(input: ScheduleInput): ScheduleResult {
  const built = buildNetwork(input);
  if (!built.ok) return built;
  const { network } = built;
  const line = createDayLine(input.calendar);
  const origin = planOrigin(input, line);
  const spans = network.packages.map((work) => placeWork(work, line, origin));
  const asOf = input.asOf === undefined ? undefined : line.at(input.asOf);
  const context: PassContext = { network, spans, line, asOf };
  const { dates, conflicts } = computeEarliest(context);
  const latest = computeLatest(dates, context);
  const packages = network.packages.flatMap((work, index) => {
    const parts = { span: spans[index], earliest: dates[index], latest: latest[index] };
    return isPlaced(parts) ? [describePackage(work, parts, line)] : [];
  });
  return {
    ok: true,
    schedule: {
      asOf: input.asOf ?? null,
      start: packages.map((one) => one.start).toSorted()[0] ?? null,
      end:
        packages
          .map((one) => one.end)
          .toSorted()
          .at(-1) ?? null,
      packages,
      criticalPath: traceCriticalPath(packages, dates),
      conflicts,
      unknownLinks: network.unknownLinks,
    },
  };
}

type Placed = { span: WorkSpan; earliest: Earliest; latest: Latest };

function isPlaced(parts: { [Key in keyof Placed]: Placed[Key] | undefined }): parts is Placed {
  return Boolean(parts.span && parts.earliest && parts.latest);
}

/** Where work without a planned date may start: `startOn`, else the first date the plan names. */
function planOrigin({ packages, startOn, asOf }: ScheduleInput, line: DayLine): number {
  if (startOn !== undefined) return line.at(startOn);
  const first = packages.flatMap((work) => work.start ?? []).toSorted()[0] ?? asOf;
  if (first !== undefined) return line.at(first);
  const dated = packages.every((work) => work.end !== undefined || work.actualStart !== undefined);
  if (!dated) throw new RangeError("A plan without dates needs a start date.");
  return 0;
}

function describePackage(
  work: PlannedPackage,
  { span, earliest, latest }: Placed,
  line: DayLine,
): ScheduledPackage {
  const finished = span.status === "finished";
  const floatDays = finished ? null : latest.end - earliest.end;
  const endDate = (position: number) =>
    earliest.start === earliest.end || runsIntoDaysOff(work, line)
      ? line.startDate(position)
      : line.endDate(position);
  const asPlanned = earliest.start === span.planned && earliest.end === span.planned + span.duration;
  return {
    id: work.id,
    title: work.title ?? work.id,
    start: knownStart(work, earliest, span) ?? line.startDate(earliest.start),
    end: work.actualEnd ?? (asPlanned ? work.end : undefined) ?? endDate(earliest.end),
    latestStart: finished ? (work.actualStart ?? line.startDate(latest.start)) : line.startDate(latest.start),
    latestEnd: finished ? (work.actualEnd ?? endDate(latest.end)) : endDate(latest.end),
    floatDays,
    critical: floatDays !== null && floatDays <= 0,
    finished,
    driver: earliest.driver,
  };
}

/** Dates people wrote stay as written (a plan may start on a Sunday) as long as nothing moves them. */
function knownStart(work: PlannedPackage, earliest: Earliest, span: WorkSpan): string | undefined {
  if (work.actualStart !== undefined) return work.actualStart;
  return earliest.start === span.planned ? work.start : undefined;
}

/** A planned end that takes the weekend in ("two weeks from Monday") keeps doing so when it moves. */
function runsIntoDaysOff(work: PlannedPackage, line: DayLine): boolean {
  return work.end !== undefined && work.end > line.endDate(line.at(work.end));
}

function traceCriticalPath(packages: readonly ScheduledPackage[], dates: readonly Earliest[]): string[] {
  const position = new Map(packages.map((one, index) => [one.id, index]));
  let last = -1;
  dates.forEach((one, index) => {
    const ends = dates[last]?.end ?? Number.NEGATIVE_INFINITY;
    if (one.end > ends && !packages[index]?.finished) last = index;
  });
  const path: string[] = [];
  for (let at: number | undefined = last; at !== undefined; ) {
    const work: ScheduledPackage | undefined = packages[at];
    if (!work || work.finished) break;
    path.unshift(work.id);
    at = work.driver.kind === "link" ? position.get(work.driver.from) : undefined;
  }
  return path;
}
