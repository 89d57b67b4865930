import { Badge } from "#web/ui/badge.tsx";
import type { AttemptRow } from "./words.ts";

/** Where an attempt stands, in a word. */
export function AttemptStanding({ attempt }: { attempt: Pick<AttemptRow, "status" | "isPassed"> }) {
  if (attempt.status === "open") return <Badge tone="accent">Open</Badge>;
  if (attempt.status === "void") return <Badge>Void</Badge>;
  return (
    <Badge tone={attempt.isPassed ? "positive" : "caution"}>
      {attempt.isPassed ? "Passed" : "Not passed"}
    </Badge>
  );
}

export const percent = (ppm: number | null): string => (ppm === null ? "" : `${Math.floor(ppm / 10_000)} %`);
