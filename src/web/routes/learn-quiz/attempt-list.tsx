import { Badge } from "#web/ui/badge.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { percentOf, type Quiz } from "./quiz-words.ts";

function Standing({ attempt }: { attempt: Quiz["attempts"][number] }) {
  if (attempt.status === "open") return <Badge tone="accent">Open</Badge>;
  if (attempt.status === "void") return <Badge>Does not count</Badge>;
  return (
    <Badge tone={attempt.isPassed ? "positive" : "caution"}>
      {attempt.isPassed ? "Passed" : "Not passed"}
    </Badge>
  );
}

/** Attempts so far, newest first. */
export function AttemptList({ attempts, base }: { attempts: Quiz["attempts"]; base: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {attempts.map((attempt) => (
        <li key={attempt.attemptId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <span className="min-w-0 flex-1">
            <TextLink to={`${base}/${attempt.attemptId}`}>Attempt {attempt.number}</TextLink>
            <span className="block text-14 text-muted">
              <Moment at={attempt.finishedAt ?? attempt.startedAt} />
            </span>
          </span>
          {attempt.scorePpm !== null && (
            <span className="font-medium tabular-nums">{percentOf(attempt.scorePpm)}</span>
          )}
          <Standing attempt={attempt} />
        </li>
      ))}
    </ul>
  );
}
