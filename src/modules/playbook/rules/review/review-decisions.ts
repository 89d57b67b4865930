import { formatDay } from "../calendar/format-date.ts";
import type { ReviewFacts, ReviewItem } from "./types.ts";

/** The gate's blocking criteria and what people have to decide, the earliest due first. */
export function decisionItems({ gate, decisions, asOf }: ReviewFacts): ReviewItem[] {
  const items: ReviewItem[] = [];
  if (gate) {
    const when = gate.due === null ? "" : `, due ${formatDay(gate.due, asOf)}`;
    const state = gate.open ? "can open" : "is held";
    const text = `“${gate.title}” ${state}: ${gate.met.done} of ${gate.met.total} criteria met${when}.`;
    items.push({ text, about: { kind: "gate", id: gate.id }, tone: gate.open ? "good" : "neutral" });
    for (const { title, reason } of gate.blocking)
      items.push({
        text: `Holds the gate: ${title}, ${reason}.`,
        about: { kind: "gate", id: gate.id },
        tone: "bad",
      });
  }
  for (const { id, kind, title, owner, due } of decisions.toSorted(byDue)) {
    const who = owner ?? "nobody yet";
    const when =
      due === null
        ? "no date"
        : due < asOf
          ? `was due ${formatDay(due, asOf)}`
          : `by ${formatDay(due, asOf)}`;
    const late = due !== null && due < asOf;
    items.push({
      text: `Decide: ${title} (${who}, ${when}).`,
      about: { kind, id },
      tone: late || owner === null ? "bad" : "neutral",
    });
  }
  if (decisions.length === 0)
    items.push({ text: "No decision is waiting.", about: { kind: "plan", id: null }, tone: "good" });
  return items;
}

function byDue(a: { due: string | null }, b: { due: string | null }): number {
  const [first, second] = [a.due ?? "9999", b.due ?? "9999"];
  return first < second ? -1 : Number(first > second);
}
