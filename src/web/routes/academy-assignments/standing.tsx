import { State } from "#web/ui/state.tsx";

const LOOKS: Record<
  string,
  readonly [
    kind: "waiting" | "in_progress" | "at_risk" | "done" | "signed" | "reopened" | "closed",
    word: string,
  ]
> = {
  waiting: ["waiting", "To mark"],
  second: ["in_progress", "Second mark needed"],
  agreeing: ["at_risk", "Marks differ"],
  marked: ["signed", "Marked, not released"],
  released: ["done", "Released"],
  returned: ["reopened", "Back with the student"],
  withdrawn: ["closed", "Taken back"],
};

/** Where a submission is. */
export function SubmissionState({ status }: { status: string }) {
  const [kind, word] = LOOKS[status] ?? ["waiting", status];
  return <State kind={kind}>{word}</State>;
}

/** A score of parts per million, in percent. */
export function percentOf(scorePpm: number | null): string {
  return scorePpm === null ? "" : `${Math.round(scorePpm / 1000) / 10}%`;
}
