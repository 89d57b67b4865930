import type { LabelRole } from "../labels.ts";
import type { TimeExpression } from "../time/expression.ts";
import type { Draft } from "./draft.ts";
import { holderOf, type Place } from "./place.ts";
import type { Section } from "./sections.ts";
import * as shape from "./shape.ts";

/** "Success metrics" beside the phases are the plan's own numbers, not those of a work package without a name. */
export function areaOfPlan(draft: Draft, label: LabelRole, place: Place): "kpis" | null {
  if (holderOf(place)) return null;
  if (label === "metrics" || label === "goal") return "kpis";
  return label === "criteria" && draft.phasesInHeadings ? "kpis" : null;
}

/** Years and sprints at the top of a plan are its stages, unless phases stand in them. */
export function isStage(section: Section, time: TimeExpression, place: Place): boolean {
  if (time.word !== "year" && time.word !== "sprint") return false;
  return holderOf(place) === null && !section.children.some((child) => shape.anyPhase(child));
}

/** Whether a heading at the top calls itself a stage: "Milestone 1: …" over work. */
export function isNamedStage(section: Section, place: Place): boolean {
  const { heading } = section;
  if (heading?.role !== "plain" || heading.as !== "stage" || holderOf(place) !== null) return false;
  const holds = shape.holdsAnything(section) || shape.holdsWorkOrCriteria(section);
  return holds && !section.children.some((child) => shape.anyPhase(child));
}

/** Whether a heading calls itself an aim: "Objective 1: …". */
export function isAim({ heading }: Section): boolean {
  return heading?.role === "plain" && heading.as === "aim";
}

/** Whether a plain heading is a work package by what stands under it. `inner` are the steps below it. */
export function holdsOwn(
  section: Section,
  { inPlan, inner }: { inPlan: boolean; inner: readonly Section[] },
): boolean {
  // The title of the document is none, even where numbers of the whole plan stand under it.
  if (!inPlan && section.level <= 1 && inner.length > 0 && !shape.holdsWork(section)) return false;
  if (shape.holdsWorkOrCriteria(section) || shape.holdsCheckboxes(section)) return true;
  return inPlan && (shape.holdsList(section) || (inner.length === 0 && shape.holdsAnything(section)));
}
