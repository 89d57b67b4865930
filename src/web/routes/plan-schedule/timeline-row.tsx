import { memo } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { stateLook } from "#web/ui/state-kinds.ts";
import { toneText } from "#web/ui/tone.ts";
import type { Scale } from "./scale.ts";
import { GateMark, Ghost, SumBar, WorkBar } from "./timeline-bar.tsx";
import type { TimelineData, TimelineRow } from "./types.ts";
import { STATE_KINDS } from "./words.ts";

interface RowProps {
  row: TimelineRow;
  scale: Scale;
  /** Selects the package, or opens and closes the phase or period. */
  href: string;
  gate: TimelineData["gates"][number] | undefined;
  isSelected: boolean;
  /** Days by which it is being dragged; null while it rests. */
  draggedBy: number | null;
  /** Where it would stand, as previewed. */
  wouldStart: string | null;
  wouldEnd: string | null;
}

const INDENT = ["ps-2", "ps-5", "ps-9"] as const;

/** One row of the chart: its name, which stays in sight, and its bar. */
export const ChartRow = memo(function ChartRow(props: RowProps) {
  const { row, scale, href, gate, isSelected } = props;
  return (
    <li
      data-row={row.id}
      className={classNames(
        "group/row flex h-9 w-max min-w-full touch:h-11",
        row.level === 0 && "border-t border-line first:border-t-0",
      )}
    >
      <div
        className={classNames(
          "sticky start-0 z-10 flex w-64 shrink-0 items-center gap-1.5 border-e border-line pe-3 xl:w-80",
          INDENT[Math.min(row.level, 2)],
          isSelected ? "bg-accent-soft" : "bg-surface group-hover/row:bg-hover",
        )}
      >
        {row.kind === "workPackage" ? <WorkLabel row={row} /> : <SumLabel row={row} href={href} />}
      </div>
      <svg width={scale.width} className="relative z-1 block h-full shrink-0">
        <Ghost row={row} scale={scale} />
        {row.kind === "workPackage" ? <WorkBar {...props} /> : <SumBar row={row} scale={scale} />}
        {gate && <GateMark gate={gate} scale={scale} />}
      </svg>
    </li>
  );
});

function WorkLabel({ row }: { row: TimelineRow }) {
  const { kind, word } = STATE_KINDS[row.state];
  const { icon, tone } = stateLook(kind);
  return (
    <>
      <span className={classNames("inline-flex shrink-0", toneText[tone])} title={word}>
        <Icon name={icon} />
        <span className="sr-only">{word}: </span>
      </span>
      <NameLink
        to={`/console/plan/work/${row.id}`}
        title={row.title}
        className="min-w-0 flex-1 truncate font-normal touch:my-0 touch:block"
      >
        {row.title}
      </NameLink>
      <Share row={row} />
    </>
  );
}

function SumLabel({ row, href }: { row: TimelineRow; href: string }) {
  const isPhase = row.kind === "phase";
  return (
    <>
      <Link
        to={href}
        preventScrollReset
        replace
        aria-expanded={row.open === true}
        title={row.label ? `${row.label}: ${row.title}` : row.title}
        className="flex h-full min-w-0 flex-1 items-center gap-1 rounded-mark outline-offset-[-2px]"
      >
        <Icon
          name={row.open ? "chevron-down" : "chevron-right"}
          className="shrink-0 text-muted rtl:not-aria-expanded:-scale-x-100"
        />
        <span className={classNames("truncate", isPhase ? "font-semibold" : "font-medium")} dir="auto">
          {row.label && <span className="text-muted">{row.label} </span>}
          {row.title}
        </span>
      </Link>
      <Share row={row} />
    </>
  );
}

function Share({ row }: { row: TimelineRow }) {
  const { done, total } = row.progress;
  if (total === 0) return null;
  return (
    <span className="shrink-0 text-12 text-muted tabular-nums">
      <span aria-hidden>
        {done}/{total}
      </span>
      <span className="sr-only">
        {done} of {total} deliverables proved
      </span>
    </span>
  );
}
