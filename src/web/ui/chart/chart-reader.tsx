import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useState } from "react";
import type { Reading } from "#web/ui/chart/readings.ts";
import { nearestReading } from "#web/ui/chart/readings.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";

/** Reads a chart's values by pointer or arrow keys into one quiet line above it, which never moves. */
export function ChartReader({
  label,
  readings,
  children,
}: {
  label: string;
  readings: readonly Reading[];
  children: ReactNode;
}) {
  const hydrated = useHydrated();
  const [at, setAt] = useState<number | null>(null);
  const last = readings.length - 1;
  const reading = at === null ? null : readings[at];

  function follow(event: PointerEvent<HTMLElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setAt(nearestReading(readings, ((event.clientX - left) / width) * 100));
  }

  function step(event: KeyboardEvent) {
    const from = at ?? last;
    const next = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape") setAt(null);
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, next)));
  }

  const slider = {
    role: "slider",
    tabIndex: 0,
    "aria-label": `Values of ${label}`,
    "aria-valuemin": 0,
    "aria-valuemax": last,
    "aria-valuenow": at ?? last,
    "aria-valuetext": readings[at ?? last]?.text,
    onKeyDown: step,
    onPointerMove: follow,
    onPointerLeave: () => setAt(null),
    onBlur: () => setAt(null),
  };
  return (
    <div className="min-w-0">
      <p aria-hidden className="h-6 truncate text-end text-13 font-medium tabular-nums">
        {reading?.text}
      </p>
      <div {...(hydrated && readings.length > 0 ? slider : {})} className="relative rounded-mark">
        {children}
        {reading && <Cursor reading={reading} />}
      </div>
    </div>
  );
}

function Cursor({ reading }: { reading: Reading }) {
  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible">
      <line x1={`${reading.x}%`} x2={`${reading.x}%`} y1="0" y2="100%" className="stroke-text/50" />
      <circle cx={`${reading.x}%`} cy={`${reading.y}%`} r="4" className="fill-surface stroke-text stroke-2" />
    </svg>
  );
}
