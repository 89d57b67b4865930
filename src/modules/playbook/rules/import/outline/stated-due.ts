import { findBareMonths, findTime, type TimeExpression } from "../time/expression.ts";
import { dueOf, resolveSpan } from "../time/resolve.ts";
import type { Due, NodeKind, PlanNode, Span } from "../types.ts";
import type { Draft } from "./draft.ts";

const BY =
  /(?:\b(?:by|before|until|due|no later than|within|para|antes de|hasta|al final de|a m[aá]s tardar)\b(?:\s(?:the|end|of|el|la|final|fin|del|de)\b){0,4}\s{0,2}|\()$/iu;

const DATE = /\b(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b/;

/** The first ISO date in a text. */
export function dateIn(text: string): string | undefined {
  return DATE.exec(text)?.[1];
}

/** Whether an entry states its own time, as `statedDue` reads it. */
export function statesTime(text: string, kind: NodeKind): boolean {
  return dateIn(text) !== undefined || timeIn(text, kind) !== null;
}

/** The time an entry states for itself: "… by month 3", "… (week 2)", "Month 3: …" of a milestone. */
export function statedDue(
  draft: Draft,
  text: string,
  at: { kind: NodeKind; within: Span | undefined },
): Due | undefined {
  const on = dateIn(text);
  if (on) return { on };
  const found = timeIn(text, at.kind);
  const span = found ? resolveSpan(found, { base: draft.base, within: at.within }) : undefined;
  return span && dueOf(span);
}

// "by end of August", where the plan knows its year.
const BY_MONTH =
  /\b(?:by|before|until|due|no later than|para|antes de|hasta|a m[aá]s tardar en)\s(?:the\s)?(?:(?:end of|finales? de|fin de|el final de)\s)?(\p{L}{3,10})\b(?!\s{0,2}(?:de\s)?20\d\d)/iu;

function bareMonth(text: string): TimeExpression | null {
  const match = BY_MONTH.exec(text);
  const found = match ? findBareMonths(match[1] ?? "") : null;
  return match && found ? { ...found, start: match.index, end: match.index + match[0].length } : null;
}

function timeIn(text: string, kind: NodeKind): TimeExpression | null {
  const found = findTime(text) ?? bareMonth(text);
  if (found?.months) return found;
  if (!found || kind === "milestone") return found;
  return BY.test(text.slice(Math.max(0, found.start - 40), found.start)) ? found : null;
}

/** The span of the nearest node above that has one. */
export function spanAround(draft: Draft, node: PlanNode): Span | undefined {
  let current = node.parent === null ? undefined : draft.byPath.get(node.parent);
  while (current && !current.span)
    current = current.parent === null ? undefined : draft.byPath.get(current.parent);
  return current?.span;
}
