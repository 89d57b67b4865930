import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Scale } from "./scale.ts";
import type { TimelineData, TimelineRow } from "./types.ts";
import { barWords, lastDay, slipWords } from "./words.ts";

interface Span {
  x: number;
  width: number;
}

/** Where a stretch of days is drawn; at least wide enough to see. */
function spanOf(scale: Scale, startsOn: string | null, endsOn: string | null): Span | null {
  if (!startsOn || !endsOn) return null;
  const x = scale.x(startsOn);
  return { x, width: Math.max(4, scale.x(endsOn) - x) };
}

/** Where the work stood in the baseline: a thin ghost under the bar. */
export function Ghost({ row, scale }: { row: TimelineRow; scale: Scale }) {
  const span = spanOf(scale, row.baselineStartsOn, row.baselineEndsOn);
  if (!span) return null;
  return <rect x={span.x} width={span.width} y="80%" height="3" rx="1.5" className="fill-control/70" />;
}

/** A phase or period: a bracket over the work in it. */
export function SumBar({ row, scale }: { row: TimelineRow; scale: Scale }) {
  const format = useFormat();
  const span = spanOf(scale, row.startsOn, row.endsOn);
  if (!span || !row.startsOn || !row.endsOn) return null;
  const range = format.dateRange(row.startsOn, lastDay(row.endsOn));
  return (
    <g>
      <title>{barWords(row, range)}</title>
      <rect x={span.x} width={span.width} y="40%" height="7" rx="2" className="fill-control/45" />
      <rect
        x={span.x}
        width={span.width * (row.progress.share ?? 0)}
        y="40%"
        height="7"
        rx="2"
        className="fill-text/75"
      />
      <Slip row={row} span={span} />
    </g>
  );
}

function Slip({ row, span }: { row: TimelineRow; span: Span }) {
  if ((row.slipDays ?? 0) <= 0) return null;
  return (
    <text
      x={span.x + span.width + 8}
      y="50%"
      dy="0.35em"
      className="chart-text fill-caution stroke-surface stroke-4 font-medium [paint-order:stroke]"
    >
      {slipWords(row.slipDays)}
    </text>
  );
}

interface WorkBarProps {
  row: TimelineRow;
  scale: Scale;
  href: string;
  isSelected: boolean;
  /** Days by which it is being dragged; null while it rests. */
  draggedBy: number | null;
  /** Where it would stand, as previewed; drawn as a ghost. */
  wouldStart: string | null;
  wouldEnd: string | null;
}

/** A work package: planned stretch, the proved share of it, and a ghost while it is moved. */
export function WorkBar(props: WorkBarProps) {
  const { row, scale, href, isSelected, draggedBy, wouldStart, wouldEnd } = props;
  const format = useFormat();
  const span = spanOf(scale, row.startsOn, row.endsOn);
  if (!span || !row.startsOn || !row.endsOn) return null;
  const words = barWords(row, format.dateRange(row.startsOn, lastDay(row.endsOn)));
  const dragged = draggedBy === null ? null : { x: span.x + draggedBy * scale.dayWidth, width: span.width };
  const wish = dragged ?? spanOf(scale, wouldStart, wouldEnd);
  return (
    <>
      <a
        href={href}
        data-bar={row.id}
        aria-label={row.movable ? `${words}. Arrow keys move it.` : words}
        aria-current={isSelected || undefined}
        className={classNames("group/bar outline-none", row.movable ? "cursor-grab" : "cursor-pointer")}
      >
        <title>{words}</title>
        <rect x={span.x - 4} width={span.width + 8} y="0" height="100%" className="fill-transparent" />
        <Body row={row} span={span} isSelected={isSelected} />
        <rect
          x={span.x - 3}
          width={span.width + 6}
          y="12%"
          height="70%"
          rx="7"
          className="fill-none stroke-transparent stroke-2 group-focus-visible/bar:stroke-accent"
        />
      </a>
      {wish && (
        <rect
          x={wish.x + 0.5}
          width={Math.max(3, wish.width - 1)}
          y="24%"
          height="46%"
          rx="4"
          className="pointer-events-none fill-accent/10 stroke-accent [stroke-dasharray:4_3]"
        />
      )}
      {!wish && <Slip row={row} span={span} />}
    </>
  );
}

const BODY = {
  cancelled: "fill-transparent stroke-control [stroke-dasharray:3_3]",
  critical: "fill-accent/18 stroke-accent group-hover/bar:fill-accent/28",
  usual: "fill-pressed stroke-control group-hover/bar:fill-line",
} as const;

function Body({ row, span, isSelected }: { row: TimelineRow; span: Span; isSelected: boolean }) {
  const look = row.state === "cancelled" ? "cancelled" : row.critical ? "critical" : "usual";
  const width = Math.max(3, span.width - 1);
  const share = row.state === "done" ? 1 : (row.progress.share ?? 0);
  const place = { x: span.x + 0.5, y: "24%", height: "46%", rx: Math.min(4, width / 2) };
  return (
    <>
      <rect {...place} width={width} className={classNames(BODY[look], isSelected && "stroke-2")} />
      {look !== "cancelled" && share > 0 && (
        <rect {...place} width={width * share} className={row.critical ? "fill-accent" : "fill-muted"} />
      )}
    </>
  );
}

/** A gate: a diamond on the border of its phase. */
export function GateMark({ gate, scale }: { gate: TimelineData["gates"][number]; scale: Scale }) {
  const format = useFormat();
  const x = scale.x(gate.dueOn) + scale.dayWidth;
  const late = slipWords(gate.lateDays > 0 ? gate.lateDays : null);
  const words = `${gate.title}, due ${format.date(gate.dueOn)}${gate.opened ? ", open" : late ? `, work ends ${late}` : ""}`;
  return (
    <svg x={x} y="50%" className="overflow-visible" role="img" aria-label={words}>
      <title>{words}</title>
      <path
        d="M0 -8 L8 0 L0 8 L-8 0 Z"
        className={classNames(
          "stroke-surface stroke-2",
          gate.opened ? "fill-positive" : gate.lateDays > 0 ? "fill-caution" : "fill-text",
        )}
      />
    </svg>
  );
}
