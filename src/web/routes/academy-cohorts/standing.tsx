import { State } from "#web/ui/state.tsx";

const PHASES = {
  upcoming: ["not_started", "Begins later"],
  running: ["in_progress", "Runs"],
  over: ["closed", "Over"],
} as const;

/** Where a cohort is today, or that it does not take place. */
export function CohortState({ phase, status }: { phase: keyof typeof PHASES; status: string }) {
  if (status === "cancelled") return <State kind="failed">Cancelled</State>;
  const [kind, word] = PHASES[phase];
  return (
    <State kind={kind}>{status === "closed" && phase !== "over" ? `${word}, takes nobody more` : word}</State>
  );
}

/** How many places are taken. */
export const placesTaken = ({ students, capacity }: { students: number; capacity: number | null }): string =>
  capacity === null ? String(students) : `${students} of ${capacity}`;
