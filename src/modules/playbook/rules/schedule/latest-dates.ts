import type { Earliest, PassContext } from "./earliest-dates.ts";
import type { Edge } from "./network.ts";

/** Latest positions that still keep the end of the plan and every `finish_no_later_than`. */
export type Latest = { start: number; end: number };

/** Backward pass of the critical path method. Finished work keeps its dates. */
export function computeLatest(dates: readonly Earliest[], context: PassContext): Latest[] {
  const { network, spans } = context;
  const planEnd = dates.reduce((end, one) => Math.max(end, one.end), Number.NEGATIVE_INFINITY);
  const latest: Latest[] = Array.from({ length: dates.length });
  for (let step = network.order.length - 1; step >= 0; step -= 1) {
    const index = network.order[step] ?? 0;
    const earliest = dates[index];
    if (!earliest) continue;
    if (spans[index]?.status === "finished") {
      latest[index] = { start: earliest.start, end: earliest.end };
      continue;
    }
    const length = earliest.end - earliest.start;
    let end = Math.min(planEnd, allowedEnd(index, context));
    for (const edge of network.outgoing[index] ?? [])
      end = Math.min(end, endAllowedBy(edge, length, { latest, context }));
    latest[index] = { start: end - length, end };
  }
  return latest;
}

function allowedEnd(index: number, { network, line }: PassContext): number {
  const constraint = network.packages[index]?.constraint;
  // Positions are half-open, so a last day allowed is the position just after it.
  return constraint?.type === "finish_no_later_than" ? line.after(constraint.on) : Number.POSITIVE_INFINITY;
}

/** A successor whose held end has already happened holds nothing back any more. */
function endAllowedBy(
  { to, link }: Edge,
  length: number,
  { latest, context }: { latest: readonly Latest[]; context: PassContext },
): number {
  const after = latest[to];
  const status = context.spans[to]?.status;
  if (!after || status === "finished") return Number.POSITIVE_INFINITY;
  const holdsStart = link.type === "FS" || link.type === "SS";
  if (holdsStart && status === "started") return Number.POSITIVE_INFINITY;
  const limit = (holdsStart ? after.start : after.end) - link.lagDays;
  return link.type === "FS" || link.type === "FF" ? limit : limit + length;
}
