import type { z } from "zod";
import type { CriterionList, ListCriteria } from "#modules/playbook/contract/scorecard.ts";
import { readTableQuery } from "#web/table/table-query.ts";

export type Criteria = z.output<typeof CriterionList>;
export type Criterion = Criteria["criteria"][number];

type Input = z.input<typeof ListCriteria>;
type Choice<Value> = { value: Value; label: string };

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

// An old or mistyped address narrows nothing, rather than failing.
const known = <Value extends string>(choices: readonly Choice<Value>[], asked: string | undefined) =>
  choices.find(({ value }) => value === asked)?.value;

/** What the list's address asks, as the operation takes it. */
export function criteriaQuery(url: string) {
  const query = readTableQuery(url, { filters: ["state", "kind", "phase", "decided"] });
  const { state, kind, phase, decided } = query.filters;
  const input: Input = {
    search: query.q || undefined,
    state: known(STATES, state),
    kind: known(KINDS, kind),
    decidedBy: known(DECIDERS, decided),
    phaseId: phase,
  };
  return { query, input };
}
