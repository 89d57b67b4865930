import type { z } from "zod";
import type { Experiment as ExperimentShape } from "#modules/playbook/contract/experiments.ts";
import { useFormat } from "#web/format/use-format.ts";
import { State } from "#web/ui/state.tsx";
import { dayBefore } from "./week-words.ts";

export type Experiment = z.output<typeof ExperimentShape>;

export const DECISIONS = {
  adopt: { word: "Adopt", past: "Adopted", hint: "It works: from now on we do it so." },
  change: { word: "Change", past: "Changed", hint: "Partly: we try it again in another way." },
  stop: { word: "Stop", past: "Stopped", hint: "It does not: we leave it." },
} as const;

export const STANDINGS = [
  { value: "planned", label: "Planned" },
  { value: "running", label: "Running" },
  { value: "ended", label: "Ended, not decided" },
  { value: "decided", label: "Decided" },
] as const;

/** Where it stands today; once decided, how. */
export function Standing({ experiment: { standing, decision, resultNote } }: { experiment: Experiment }) {
  if (standing === "planned") return <State kind="waiting">Planned</State>;
  if (standing === "running") return <State kind="running" />;
  if (standing === "decided")
    return (
      <State kind={decision === "stop" ? "closed" : "done"}>
        {decision ? DECISIONS[decision].past : "Decided"}
      </State>
    );
  return <State kind="at_risk">{resultNote ? "Waits for a decision" : "Waits for its result"}</State>;
}

/** First and last day. */
export function Period({ experiment: { startsOn, endsOn } }: { experiment: Experiment }) {
  const { dateRange } = useFormat();
  return <span className="whitespace-nowrap">{dateRange(startsOn, dayBefore(endsOn))}</span>;
}

/** From where to where: “12 → 20”, as far as it is known. */
export function Numbers({ experiment }: { experiment: Experiment }) {
  const { number } = useFormat();
  const { baselineValue, expectedValue, resultValue } = experiment;
  const parts = [
    ...(baselineValue === null ? [] : [`from ${number(baselineValue)}`]),
    ...(expectedValue === null ? [] : [`expected ${number(expectedValue)}`]),
    ...(resultValue === null ? [] : [`came out at ${number(resultValue)}`]),
  ];
  return parts.length === 0 ? (
    <span className="text-muted">No number</span>
  ) : (
    <span className="tabular-nums">{parts.join(", ")}</span>
  );
}
