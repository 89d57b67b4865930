import { currentPhase, type PhaseRow } from "#modules/playbook/queries/current-phase.ts";
import type { OutlineNode } from "#modules/playbook/queries/plan-outline.ts";

/** A phase with more work packages than this shows only one period. */
const MOST_OPEN = 60;

/** What is open when nobody said: the current phase with its periods, or in a large plan the first period that is not over. */
export function openByDefault(
  outline: readonly OutlineNode[],
  phases: readonly PhaseRow[],
  today: string,
): string[] {
  const phase = currentPhase(phases);
  if (!phase)
    return outline
      .filter(({ kind }) => kind === "period")
      .map(({ id }) => id)
      .slice(0, 1);
  const inPhase = outline.filter(({ phaseId }) => phaseId === phase.id);
  const periods = inPhase.filter(({ kind }) => kind === "period");
  const packages = inPhase.filter(({ kind }) => kind === "workPackage").length;
  if (packages <= MOST_OPEN) return [phase.id, ...periods.map(({ id }) => id)];
  const present = periods.find(({ endsOn }) => endsOn !== null && endsOn > today) ?? periods.at(-1);
  return [phase.id, ...(present ? [present.id] : [])];
}
