import { useEffect, useRef, useState } from "react";
import { useRouteLoaderData, useSubmit } from "react-router";
import { useFormat } from "#web/format/use-format.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import { Icon } from "#web/ui/icon.tsx";

const MINUTE = 60_000;
/** At these a screen reader is told once; a clock that speaks every second would talk over the questions. */
const TOLD = [
  { ms: 5 * MINUTE, words: "5 minutes left" },
  { ms: MINUTE, words: "1 minute left" },
];

const two = (value: number) => String(value).padStart(2, "0");

function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What is left, counted from what the server said; a device's own clock may be wrong. */
function useRemaining(remainingMs: number): number {
  const [left, setLeft] = useState(remainingMs);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => setLeft(Math.max(0, remainingMs - (performance.now() - started))), 500);
    return () => clearInterval(timer);
  }, [remainingMs]);
  return left;
}

/** The time left. At its end the attempt is submitted, with all that was saved. */
export function QuizClock({ remainingMs, deadlineAt }: { remainingMs: number; deadlineAt: string }) {
  const left = useRemaining(remainingMs);
  const submit = useSubmit();
  const hydrated = useHydrated();
  const format = useFormat();
  const root = useRouteLoaderData<{ csrf: string }>("root");
  const ended = useRef(false);
  useEffect(() => {
    if (left > 0 || ended.current) return;
    ended.current = true;
    void submit({ intent: "submit", csrf: root?.csrf ?? "" }, { method: "post", action: "." });
  }, [left, submit, root]);
  const told = TOLD.findLast(({ ms }) => left <= ms && remainingMs > ms);
  return (
    <p className="flex shrink-0 items-center gap-1.5 text-14 font-medium">
      <Icon name="timer" className="text-muted" />
      {hydrated ? (
        <span role="timer" aria-label="Time left" className="tabular-nums">
          {clockWords(left)}
          <span className="sr-only"> left</span>
        </span>
      ) : (
        <span>Ends {format.instant(deadlineAt)}</span>
      )}
      <span role="status" className="sr-only">
        {told?.words}
      </span>
    </p>
  );
}
