import type { z } from "zod";
import type { CriterionList, ListCriteria } from "#modules/playbook/contract/scorecard.ts";
import { type Choice, knownChoice, knownId } from "#web/table/known-choice.ts";
import { readTableQuery } from "#web/table/table-query.ts";

export type Criteria = z.output<typeof CriterionList>;
export type Criterion = Criteria["criteria"][number];

type Input = z.input<typeof ListCriteria>;

export const STATES: readonly Choice<NonNullable<Input["state"]>>[] = [
  { value: "met", label: "Met" },
  { value: "on_track", label: "On track" },
  { value: "at_risk", label: "At risk" },
  { value: "missed", label: "Missed" },
  { value: "not_started", label: "Not started" },
  { value: "unknown", label: "Unknown" },
];

export const KINDS: readonly Choice<NonNullable<Input["kind"]>>[] = [
  { value: "criterion", label: "Success criterion" },
  { value: "kpi", label: "KPI" },
];

export const DECIDERS: readonly Choice<NonNullable<Input["decidedBy"]>>[] = [
  { value: "number", label: "A number" },
  { value: "proof", label: "Proof" },
  { value: "person", label: "A person" },
];

/** What the list's address asks, as the operation takes it. */
export function criteriaQuery(url: string) {
  const query = readTableQuery(url, { filters: ["state", "kind", "phase", "decided"] });
  const { state, kind, phase, decided } = query.filters;
  const input: Input = {
    search: query.q || undefined,
    state: knownChoice(STATES, state),
    kind: knownChoice(KINDS, kind),
    decidedBy: knownChoice(DECIDERS, decided),
    phaseId: knownId(phase),
  };
  return { query, input };
}
