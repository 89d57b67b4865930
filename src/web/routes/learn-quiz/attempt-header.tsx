import type { ReactNode } from "react";
import { TextLink } from "#web/ui/text-link.tsx";
import { QuizClock } from "./quiz-clock.tsx";
import type { Attempt } from "./quiz-words.ts";

/** Where the student is, and the time left where there is a limit: the same on every page of an attempt. */
export function AttemptHeader({
  attempt,
  title,
  children,
}: {
  attempt: Omit<Attempt, "items">;
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className="pt-5">
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0 truncate text-14 text-muted" dir="auto">
          <TextLink to={`/learn/${attempt.courseSlug}/quizzes/${attempt.quizKey}`}>{attempt.title}</TextLink>
        </p>
        {attempt.remainingMs !== null && attempt.deadlineAt !== null && (
          <QuizClock
            key={attempt.deadlineAt}
            remainingMs={attempt.remainingMs}
            deadlineAt={attempt.deadlineAt}
          />
        )}
      </div>
      <h1 className="mt-2 text-22 font-bold sm:text-28">{title}</h1>
      {children}
    </header>
  );
}
