import type { ReactNode } from "react";
import { useMemo, useRef, useState } from "react";
import type { Scale } from "./scale.ts";
import type { TimelineAddress } from "./timeline-address.ts";
import { writeAddress } from "./timeline-address.ts";
import { Backdrop, LinkLayer, ScaleHead } from "./timeline-layers.tsx";
import { ChartRow } from "./timeline-row.tsx";
import type { Preview, Previewed, TimelineData, TimelineRow } from "./types.ts";
import { useChartView } from "./use-chart-view.ts";
import type { useMove } from "./use-move.ts";

type Shift = Preview["moved"];

interface ChartProps {
  data: TimelineData;
  scale: Scale;
  address: TimelineAddress;
  move: ReturnType<typeof useMove>;
  /** What a move would do, as last asked. */
  previewed: Previewed | null;
}

const rowAt = (event: { target: EventTarget }): string | null =>
  event.target instanceof Element
    ? (event.target.closest("[data-row]")?.getAttribute("data-row") ?? null)
    : null;

/** Rows against days. Names and days stay in sight; links show for the row looked at. */
export function TimelineChart({ data, scale, address, move, previewed }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const selected = data.rows.find(({ id }) => id === address.select);
  useChartView(box, { scale, first: selected?.startsOn ?? data.asOf, address });
  const would = useMemo(() => {
    if (!previewed || "refused" in previewed) return new Map<string, Shift>();
    const { moved, follows } = previewed.preview;
    return new Map([moved, ...follows].map((shift) => [shift.workPackageId, shift]));
  }, [previewed]);
  const gates = useMemo(() => new Map(data.gates.map((gate) => [gate.phaseId, gate])), [data.gates]);
  const hrefOf = (row: TimelineRow) => {
    if (row.kind === "workPackage") return writeAddress({ ...address, start: undefined, select: row.id });
    const open = row.open ? data.open.filter((id) => id !== row.id) : [...data.open, row.id];
    return writeAddress({ ...address, open });
  };
  const active = move.drag?.id ?? looked ?? address.select ?? null;
  return (
    <div
      ref={box}
      dir="ltr"
      role="region"
      aria-label="Timeline of the plan"
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="relative max-h-[72dvh] overflow-auto rounded-card border border-line bg-surface select-none"
      onPointerOver={(event) => setLooked(rowAt(event))}
      onPointerLeave={() => setLooked(null)}
      onFocus={(event) => setLooked(rowAt(event))}
      {...move.handlers}
    >
      <ScaleHead scale={scale} today={data.asOf} />
      <ol className="relative w-max min-w-full">
        <Backdrop scale={scale} data={data} />
        <LinkLayer data={data} scale={scale} active={active} />
        {data.rows.map((row) => (
          <ChartRow
            key={row.id}
            row={row}
            scale={scale}
            href={hrefOf(row)}
            gate={row.kind === "phase" ? gates.get(row.id) : undefined}
            isSelected={row.id === address.select}
            draggedBy={move.drag?.id === row.id ? move.drag.days : null}
            wouldStart={would.get(row.id)?.startsOn ?? null}
            wouldEnd={would.get(row.id)?.endsOn ?? null}
          />
        ))}
      </ol>
    </div>
  );
}

/** What the marks mean, in their own shapes. */
export function Legend({ baseline }: { baseline: string | null }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-13 text-muted">
      <Mark words="Planned, the filled part proved">
        <rect x="0.5" y="2.5" width="27" height="9" rx="3" className="fill-pressed stroke-control" />
        <rect x="0.5" y="2.5" width="12" height="9" rx="3" className="fill-muted" />
      </Mark>
      <Mark words="On the critical path: a day late here is a day late at the end">
        <rect x="0.5" y="2.5" width="27" height="9" rx="3" className="fill-accent/18 stroke-accent" />
      </Mark>
      {baseline && (
        <Mark words={`Baseline “${baseline}”`}>
          <rect x="0" y="6" width="28" height="3" rx="1.5" className="fill-control/70" />
        </Mark>
      )}
      <Mark words="Gate">
        <path d="M14 0 L21 7 L14 14 L7 7 Z" className="fill-text" />
      </Mark>
      <Mark words="Today">
        <line x1="14" x2="14" y1="0" y2="14" className="stroke-accent stroke-[1.5]" />
      </Mark>
    </ul>
  );
}

function Mark({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-2">
      <svg width="28" height="14" aria-hidden className="shrink-0">
        {children}
      </svg>
      {words}
    </li>
  );
}
