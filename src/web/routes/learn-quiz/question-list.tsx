import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { Mark } from "./load-attempt.ts";

/** All questions, which are answered, and the way to each; a button saves what was entered here before it goes. */
export function QuestionList({ marks, current }: { marks: readonly Mark[]; current: number }) {
  return (
    <nav aria-label="Questions">
      <ol className="flex flex-wrap gap-2">
        {marks.map(({ position, isAnswered }) => (
          <li key={position}>
            <button
              type="submit"
              name="go"
              value={position}
              aria-current={position === current ? "step" : undefined}
              className={classNames(
                "relative flex h-11 min-w-11 items-center justify-center rounded-control border px-2 text-14 font-medium tabular-nums transition-colors",
                position === current ? "border-text bg-surface" : "border-line hover:bg-hover",
                isAnswered ? "text-text" : "text-muted",
              )}
            >
              <span className="sr-only">Question </span>
              {position}
              <span className="sr-only">{isAnswered ? ", answered" : ", not answered"}</span>
              {isAnswered && <Icon name="check" className="ms-1 text-positive" />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
