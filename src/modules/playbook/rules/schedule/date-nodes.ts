import { type IsoDate, lastDayBefore } from "../calendar/iso-date.ts";
import type { PlanNode, Target } from "../import/types.ts";
import { type DateSpan, dueToDate, offsetsToDates } from "./offsets-to-dates.ts";

/** Days a node stands on: half-open stretch, and the last day on which it is in time. */
export type NodeDates = { startsOn: IsoDate | null; endsOn: IsoDate | null; dueOn: IsoDate | null };

/**
 * Gives every node of an imported plan its days. A node without a span of its own lies in its parent's; what has no
 * due date of its own is due on the last day of that stretch, a target when its text says so.
 */
export function dateNodes(
  nodes: readonly PlanNode[],
  targets: readonly Target[],
  startOn: IsoDate,
): Map<string, NodeDates> {
  const targetDue = new Map(targets.map((target) => [target.node, target.due]));
  const spans = new Map<string, DateSpan | null>();
  const dates = new Map<string, NodeDates>();
  for (const node of nodes) {
    const parent = node.parent === null ? null : (spans.get(node.parent) ?? null);
    const own = node.span ? offsetsToDates(node.span, startOn) : null;
    const span = own ?? parent;
    spans.set(node.path, span);
    const due = node.due ?? targetDue.get(node.path) ?? null;
    dates.set(node.path, {
      startsOn: span?.start ?? null,
      endsOn: span?.end ?? null,
      dueOn: (due && dueToDate(due, startOn)) ?? (span && lastDayBefore(span.end)),
    });
  }
  return dates;
}
