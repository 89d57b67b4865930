import { bandPath, linePath } from "#web/ui/chart/geometry.ts";
import type { Scale } from "#web/ui/chart/geometry.ts";
import type { ForecastPoint, SeriesData } from "#web/ui/chart/series.ts";
import { runsOf } from "#web/ui/chart/series.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneFill, toneStroke } from "#web/ui/tone.ts";

/** A mark on an axis: where, in percent, and what it says. */
export interface Tick {
  at: number;
  text: string;
}

/** Height of the drawing; both axes follow it. */
const PLOT_HEIGHT = "h-52 sm:h-60";

interface LineMarksProps {
  data: SeriesData;
  scale: Scale;
  tone: Tone;
  /** Heights of the grid's lines, in percent. */
  levels: readonly number[];
  /** Where today is, in percent; null outside of the drawing. */
  today: number | null;
  targetText: string | null;
}

/** Everything inside the axes. Lines keep their width while the drawing stretches. */
export function LineMarks({ data, scale, tone, levels, today, targetText }: LineMarksProps) {
  const runs = runsOf(data.points);
  const last = runs.at(-1)?.at(-1);
  const target = typeof data.target === "number" ? scale.y(data.target) : null;
  return (
    <svg className={classNames("block w-full overflow-visible", PLOT_HEIGHT)} aria-hidden>
      {levels.map((at) => (
        <line key={at} x1="0" x2="100%" y1={`${at}%`} y2={`${at}%`} className="stroke-line" />
      ))}
      {today !== null && <TodayMark at={today} />}
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        className="overflow-visible"
      >
        <ForecastMarks forecast={data.forecast ?? []} scale={scale} />
        {runs.map((run) => (
          <Line
            key={run[0]?.on}
            points={run}
            scale={scale}
            className={classNames("stroke-2", toneStroke[tone])}
          />
        ))}
      </svg>
      {target !== null && <TargetMark at={target} text={targetText} />}
      {last && (
        <circle
          cx={`${scale.x(last.on)}%`}
          cy={`${scale.y(last.value)}%`}
          r="3.5"
          className={toneFill[tone]}
        />
      )}
    </svg>
  );
}

function Line({
  points,
  scale,
  className,
}: {
  points: { on: string; value: number }[];
  scale: Scale;
  className: string;
}) {
  const shape = "fill-none [stroke-linejoin:round] [vector-effect:non-scaling-stroke]";
  return <path d={linePath(points, scale)} className={classNames(shape, className)} />;
}

function ForecastMarks({ forecast, scale }: { forecast: readonly ForecastPoint[]; scale: Scale }) {
  const middle = forecast.map(({ on, p50 }) => ({ on, value: p50 }));
  const cautious = forecast.map(({ on, p85 }) => ({ on, value: p85 }));
  return (
    <>
      <path d={bandPath(forecast, scale)} className="fill-muted/16" />
      <Line points={cautious} scale={scale} className="stroke-muted/60 [stroke-dasharray:1_3]" />
      <Line points={middle} scale={scale} className="stroke-muted stroke-[1.5] [stroke-dasharray:3_3]" />
    </>
  );
}

function TargetMark({ at, text }: { at: number; text: string | null }) {
  return (
    <>
      <line x1="0" x2="100%" y1={`${at}%`} y2={`${at}%`} className="stroke-text/70 [stroke-dasharray:4_3]" />
      <text x="0" y={`${at}%`} dx="4" dy={at < 12 ? 15 : -6} className="chart-text fill-text">
        {text}
      </text>
    </>
  );
}

function TodayMark({ at }: { at: number }) {
  return (
    <>
      <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" className="stroke-accent/70" />
      <text
        x={`${at}%`}
        y="100%"
        dx={at > 80 ? -4 : 4}
        dy="-6"
        textAnchor={at > 80 ? "end" : "start"}
        className="chart-text fill-accent"
      >
        Today
      </text>
    </>
  );
}

/** The values at the left; the widest one makes the column as wide as it needs. */
export function ValueAxis({ ticks }: { ticks: readonly Tick[] }) {
  const widest = ticks.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
  return (
    <div aria-hidden className="relative mt-6 pe-2.5">
      <span className="invisible text-12 tabular-nums">{widest}</span>
      <svg className={classNames("absolute inset-x-0 top-0 w-full overflow-visible", PLOT_HEIGHT)}>
        {ticks.map(({ at, text }) => (
          <text
            key={at}
            x="100%"
            y={`${at}%`}
            dx="-10"
            dy="4"
            textAnchor="end"
            className="chart-text fill-muted"
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** The dates underneath; on a phone only the first, the middle and the last. */
export function DayAxis({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <svg aria-hidden className="col-start-2 mt-1.5 block h-5 w-full overflow-visible">
      {ticks.map(({ at, text }, index) => (
        <text
          key={at}
          x={`${at}%`}
          y="13"
          textAnchor={index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle"}
          className={classNames("chart-text fill-muted", index % 2 === 1 && "max-sm:hidden")}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
