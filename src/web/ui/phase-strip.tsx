import { Link } from "react-router";
import { daysBetween } from "#web/format/local-date.ts";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";

/** One phase of a plan, both dates included. */
export interface StripPhase {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  to?: string;
  /** What a phone shows instead of the title, which has no room there: "1". */
  short?: string;
}

/** The whole plan as one bar with today on it; widths are the phases' true lengths. */
export function PhaseStrip({ phases, today }: { phases: readonly StripPhase[]; today: string }) {
  const format = useFormat();
  const lengths = phases.map(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) + 1);
  const longest = Math.max(1, ...lengths);
  return (
    <ol aria-label="Phases of the plan" className="flex gap-[3px] pb-12">
      {phases.map((phase, index) => {
        const length = lengths[index] ?? 1;
        const passed = Math.min(1, Math.max(0, daysBetween(phase.startsOn, today) / length));
        const isNow = today >= phase.startsOn && today <= phase.endsOn;
        return (
          <li
            key={phase.id}
            aria-current={isNow ? "step" : undefined}
            // Sixtieths of the longest phase: fine enough to see, few enough for classes.
            className={classNames(
              "relative min-w-0 basis-0",
              `grow-${Math.max(4, Math.round((length / longest) * 60))}`,
            )}
          >
            <PhaseBar
              phase={phase}
              passed={passed}
              isNow={isNow}
              dates={format.dateRange(phase.startsOn, phase.endsOn)}
            />
            {isNow && <Today share={passed} />}
          </li>
        );
      })}
    </ol>
  );
}

function PhaseBar({
  phase,
  passed,
  isNow,
  dates,
}: {
  phase: StripPhase;
  passed: number;
  isNow: boolean;
  dates: string;
}) {
  const className = classNames(
    "relative flex h-9 items-center overflow-hidden rounded-mark border border-line bg-hover px-2.5 touch:h-11",
    isNow ? "text-text" : "text-muted",
    phase.to && "transition-colors hover:bg-pressed hover:text-text",
  );
  const inside = (
    <>
      <svg aria-hidden className="absolute inset-0 size-full rtl:-scale-x-100">
        <rect width={`${(passed * 100).toFixed(2)}%`} height="100%" className="fill-accent/22" />
      </svg>
      <span aria-hidden className="relative text-13 font-medium sm:hidden">
        {phase.short}
      </span>
      <span className="relative truncate text-13 font-medium max-sm:sr-only">{phase.title}</span>
      <span className="sr-only">, {dates}</span>
    </>
  );
  return phase.to ? (
    <Link to={phase.to} title={`${phase.title}, ${dates}`} className={className}>
      {inside}
    </Link>
  ) : (
    <div title={`${phase.title}, ${dates}`} className={className}>
      {inside}
    </div>
  );
}

function Today({ share }: { share: number }) {
  const at = `${(share * 100).toFixed(2)}%`;
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-x-0 -top-1 h-[64px] w-full overflow-visible touch:h-[72px] rtl:-scale-x-100"
    >
      <line x1={at} x2={at} y1="0" y2="100%" className="stroke-accent stroke-2" />
      <text
        x={at}
        y="100%"
        dx="6"
        dy="-3"
        className="chart-text fill-accent font-medium [transform-box:fill-box] rtl:origin-center rtl:-scale-x-100"
      >
        Today
      </text>
    </svg>
  );
}
