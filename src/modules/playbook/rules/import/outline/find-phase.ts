import type { TimeExpression } from "../time/expression.ts";
import { resolveSpan } from "../time/resolve.ts";
import type { PlanNode, Span } from "../types.ts";
import { folded } from "../words.ts";
import type { Draft } from "./draft.ts";
import { readHeading } from "./heading.ts";

interface PhaseName {
  number: string | null;
  time: TimeExpression | null;
  text: string;
}

/** The phase that a heading, a row or a column names, by number, by time or by title. */
export function findPhase(draft: Draft, { number, time, text }: PhaseName): PlanNode | null {
  const phases = draft.nodes.filter((node) => node.kind === "phase");
  const byNumber =
    number === null ? undefined : phases.find((phase) => phaseNumberOf(phase, phases) === number);
  if (byNumber) return byNumber;
  const span = time ? resolveSpan(time, { base: draft.base }) : undefined;
  const bySpan = span && phases.find((phase) => sameSpan(phase.span, span));
  const name = folded(text);
  return bySpan ?? phases.find((phase) => isNamed(phase, name)) ?? null;
}

function phaseNumberOf(phase: PlanNode, phases: readonly PlanNode[]): string {
  const digits = /(\d{1,3})\s*$/.exec(phase.label ?? "")?.[1];
  return digits ?? String(phases.indexOf(phase) + 1);
}

function sameSpan(one: Span | undefined, other: Span): boolean {
  return one?.unit === other.unit && one.from === other.from && one.to === other.to;
}

// "Foundation metrics" names the phase "Foundation".
function isNamed(phase: PlanNode, name: string): boolean {
  const own = folded(phase.text);
  return own !== "" && (own === name || (own.length > 4 && name.startsWith(`${own} `)));
}

/** The phase that a cell or the head of a column names; null for none. */
export function phaseNamed(draft: Draft, text: string): PlanNode | null {
  if (text === "") return null;
  const heading = readHeading(text);
  const number = heading.role === "phase" ? heading.number : /^\d{1,2}$/.test(text) ? text : null;
  const time = heading.role === "phase" || heading.role === "time" ? heading.time : null;
  return findPhase(draft, { number, time, text });
}
