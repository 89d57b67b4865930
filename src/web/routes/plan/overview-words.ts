import type { z } from "zod";
import type { Overview } from "#modules/playbook/contract/overview.ts";

/** Where the company is, in one or two sentences. */
export function leadSentence({ phase, gate, plan }: z.output<typeof Overview>): string {
  if (!phase) return `${plan.title}. The plan has no phases; its work is on the timeline.`;
  const where = `${phase.title}${phase.period ? `, now ${phase.period}` : ""}.`;
  if (!gate || gate.met.total === 0) return where;
  const { done, total } = gate.met;
  if (gate.ready) return `${where} All ${total} criteria are met or waived: the gate can be opened.`;
  const open = gate.criteria.filter(({ state, waiver }) => state !== "met" && !waiver?.valid);
  const worst =
    open.find(({ state }) => state === "missed") ?? open.find(({ state }) => state === "at_risk") ?? open[0];
  const held = worst && done > 0 ? ` ${worst.text} holds it back: ${worst.reason}.` : "";
  return `${where} The gate opens when all ${total} criteria are met; ${done === 0 ? "none is yet" : `${done} ${done === 1 ? "is" : "are"}`}.${held}`;
}
