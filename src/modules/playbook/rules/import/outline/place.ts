import type { LineRange, PlanNode, Span } from "../types.ts";
import { addNode, type Draft } from "./draft.ts";
import type { Area } from "./heading.ts";

/** Where in the plan the reader stands. */
export interface Place {
  area: Area;
  phase: PlanNode | null;
  period: PlanNode | null;
  work: PlanNode | null;
  /** Success-factor group, risk group or the like that items join. */
  group: string | undefined;
  /** Time stated by the nearest heading, where no node carries it. */
  span: Span | undefined;
  /** The phase or period that holds work directly, so its metrics are criteria of that work. */
  leafHolder: PlanNode | null;
  /** The risk, milestone or KPI whose own heading this is: what its lines say is about it. */
  own: PlanNode | null;
}

export const TOP: Place = {
  area: "plan",
  phase: null,
  period: null,
  work: null,
  group: undefined,
  span: undefined,
  leafHolder: null,
  own: null,
};

/** The innermost node of the place, or null at the top of the plan. */
export function holderOf(place: Place): PlanNode | null {
  return place.work ?? place.period ?? place.phase;
}

/** The work package of the place; one without a heading is made where items stand directly under a phase. */
export function workOf(draft: Draft, place: Place, lines: LineRange): PlanNode {
  if (place.work) return place.work;
  const holder = holderOf(place);
  const key = holder?.path ?? "";
  const known = draft.implicitWork.get(key);
  if (known) {
    known.lines = [Math.min(known.lines[0], lines[0]), Math.max(known.lines[1], lines[1])];
    return known;
  }
  // At the top of a plan nothing else carries the title, so there the work package is a real one.
  const implicit = holder ? { implicit: true as const } : {};
  const text = holder?.text ?? draft.title;
  const work = addNode(draft, {
    kind: "workPackage",
    text,
    lines,
    parent: holder,
    ...implicit,
  });
  draft.implicitWork.set(key, work);
  return work;
}
