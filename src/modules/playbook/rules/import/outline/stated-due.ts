import { findTime, type TimeExpression } from "../time/expression.ts";
import { dueOf, resolveSpan } from "../time/resolve.ts";
import type { Due, NodeKind } from "../types.ts";
import type { Draft } from "./draft.ts";
import { holderOf, type Place } from "./place.ts";

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
export function statedDue(draft: Draft, text: string, at: { kind: NodeKind; place: Place }): Due | undefined {
  const on = dateIn(text);
  if (on) return { on };
  const found = timeIn(text, at.kind);
  const within = holderOf(at.place)?.span ?? at.place.span;
  const span = found ? resolveSpan(found, { base: draft.base, within }) : undefined;
  return span && dueOf(span);
}

function timeIn(text: string, kind: NodeKind): TimeExpression | null {
  const found = findTime(text);
  if (!found || kind === "milestone") return found;
  return BY.test(text.slice(Math.max(0, found.start - 40), found.start)) ? found : null;
}
