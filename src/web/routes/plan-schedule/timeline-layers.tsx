import { useEffect, useRef, useState } from "react";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Scale } from "./scale.ts";
import { tickWords } from "./scale.ts";
import type { TimelineData } from "./types.ts";

const ROW = 36;

/** The days above the chart, which stay in sight. */
export function ScaleHead({ scale, today }: { scale: Scale; today: string }) {
  const { locale } = useFormat();
  const now = scale.x(today) + scale.dayWidth / 2;
  return (
    <div aria-hidden className="sticky top-0 z-20 flex h-9 w-max min-w-full border-b border-line bg-surface">
      <div className="sticky start-0 z-10 flex w-64 shrink-0 items-center border-e border-line bg-surface ps-3 text-13 text-muted xl:w-80">
        Phase, period, work package
      </div>
      <svg width={scale.width} className="block h-full shrink-0">
        {scale.ticks.map((tick) => (
          <text
            key={tick.on}
            x={tick.x + 6}
            y="50%"
            dy="0.35em"
            className={classNames("chart-text", tick.major ? "fill-text font-medium" : "fill-muted")}
          >
            {tickWords(tick, scale.zoom, locale)}
          </text>
        ))}
        <path d={`M${now - 5} 30 L${now + 5} 30 L${now} 36 Z`} className="fill-accent" />
      </svg>
    </div>
  );
}

/** Divisions, gates and today, behind the bars. */
export function Backdrop({ scale, data }: { scale: Scale; data: TimelineData }) {
  const now = scale.x(data.asOf) + scale.dayWidth / 2;
  return (
    <svg
      aria-hidden
      width={scale.width}
      className="pointer-events-none absolute inset-y-0 start-64 z-0 h-full xl:start-80"
    >
      {scale.ticks.map((tick) => (
        <line
          key={tick.on}
          x1={tick.x + 0.5}
          x2={tick.x + 0.5}
          y1="0"
          y2="100%"
          className={tick.major ? "stroke-control/50" : "stroke-line"}
        />
      ))}
      {data.gates.map((gate) => {
        const x = scale.x(gate.dueOn) + scale.dayWidth;
        return (
          <line
            key={gate.gateId}
            x1={x}
            x2={x}
            y1="0"
            y2="100%"
            className="stroke-muted [stroke-dasharray:2_4]"
          />
        );
      })}
      <line x1={now} x2={now} y1="0" y2="100%" className="stroke-accent stroke-[1.5]" />
    </svg>
  );
}

interface LinksProps {
  data: TimelineData;
  scale: Scale;
  /** The package whose links are shown: hovered, focused or selected. */
  active: string | null;
}

/** Dependencies of one work package as thin elbows from end to end. */
export function LinkLayer({ data, scale, active }: LinksProps) {
  const box = useRef<SVGSVGElement>(null);
  const [height, setHeight] = useState(ROW);
  useEffect(() => {
    // Rows are taller under a finger; the first one tells.
    const row = box.current?.parentElement?.querySelector("[data-row]");
    if (row && active) setHeight(row.getBoundingClientRect().height);
  }, [active]);
  const places = new Map(data.rows.map((row, index) => [row.id, { row, y: (index + 0.47) * height }]));
  const links = active ? data.links.filter(({ fromId, toId }) => fromId === active || toId === active) : [];
  return (
    <svg
      ref={box}
      aria-hidden
      width={scale.width}
      className="pointer-events-none absolute inset-y-0 start-64 z-0 h-full overflow-visible xl:start-80"
    >
      {links.map((link) => {
        const from = places.get(link.fromId);
        const to = places.get(link.toId);
        if (!from || !to) return null;
        const ends = {
          x1: edge(scale, from.row, link.type[0] === "F"),
          y1: from.y,
          x2: edge(scale, to.row, link.type[1] === "F"),
          y2: to.y,
        };
        if (ends.x1 === null || ends.x2 === null) return null;
        return (
          <Elbow
            key={link.dependencyId}
            {...ends}
            x1={ends.x1}
            x2={ends.x2}
            type={link.type}
            isCritical={link.critical}
          />
        );
      })}
    </svg>
  );
}

function edge(scale: Scale, row: TimelineData["rows"][number], atEnd: boolean): number | null {
  const on = atEnd ? row.endsOn : row.startsOn;
  return on === null ? null : scale.x(on);
}

interface ElbowProps {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  type: TimelineData["links"][number]["type"];
  isCritical: boolean;
}

/** Leaves one bar, turns, and enters the other by the end its type names. */
function Elbow({ x1, y1, x2, y2, type, isCritical }: ElbowProps) {
  const leave = type.startsWith("F") ? 1 : -1;
  const enter = type.endsWith("F") ? 1 : -1;
  const out = x1 + leave * 9;
  const before = x2 + enter * 9;
  const turn = leave === enter ? (leave > 0 ? Math.max(out, before) : Math.min(out, before)) : before;
  const isStraight = leave === enter || (leave > 0 ? before >= out : before <= out);
  const half = y1 + Math.sign(y2 - y1) * 17;
  const path = isStraight
    ? `M${x1} ${y1} H${turn} V${y2} H${x2}`
    : `M${x1} ${y1} H${out} V${half} H${before} V${y2} H${x2}`;
  const tone = isCritical ? "stroke-accent" : "stroke-muted";
  const tip = x2 + enter * 6;
  return (
    <g className={classNames("fill-none stroke-[1.5]", tone)}>
      <path d={path} />
      <path d={`M${tip} ${y2 - 4} L${x2} ${y2} L${tip} ${y2 + 4}`} />
    </g>
  );
}
