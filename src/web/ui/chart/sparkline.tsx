import { useFormat } from "#web/format/use-format.ts";
import { describeSeries } from "#web/ui/chart/describe.ts";
import { bandPath, linePath, scaleTo } from "#web/ui/chart/geometry.ts";
import type { SeriesData } from "#web/ui/chart/series.ts";
import { extentOf, runsOf } from "#web/ui/chart/series.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneFill, toneStroke } from "#web/ui/tone.ts";

interface SparklineProps extends SeriesData {
  /** What the line is, for the sentence that stands in for it. */
  label: string;
  unit?: string;
  tone?: Tone;
}

const WIDTH = 132;
const HEIGHT = 32;
const BOX = { left: 3, right: WIDTH - 3, top: 4, bottom: HEIGHT - 4 };

/** A series in a table row: line, last value, target, and the forecast as a band with its middle dotted. */
export function Sparkline({ label, unit, tone = "accent", ...data }: SparklineProps) {
  const format = useFormat();
  const extent = extentOf(data, false);
  if (!extent) return <span className="text-13 text-muted">No values yet</span>;
  const scale = scaleTo(extent, BOX);
  const runs = runsOf(data.points);
  const last = runs.at(-1)?.at(-1);
  const forecast = data.forecast ?? [];
  const title = describeSeries(label, data, {
    date: format.nearDate,
    number: (value) => format.number(value, unit),
  });
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      className="block max-w-full"
    >
      {typeof data.target === "number" && (
        <line
          x1="0"
          x2={WIDTH}
          y1={scale.y(data.target)}
          y2={scale.y(data.target)}
          className="stroke-muted opacity-70 [stroke-dasharray:2_3]"
        />
      )}
      <path d={bandPath(forecast, scale)} className="fill-muted/16" />
      <path
        d={linePath(
          forecast.map(({ on, p50 }) => ({ on, value: p50 })),
          scale,
        )}
        className="fill-none stroke-muted stroke-[1.2] [stroke-dasharray:2_2]"
      />
      {runs.map((run) => (
        <path
          key={run[0]?.on}
          d={linePath(run, scale)}
          className={classNames("fill-none stroke-[1.6] [stroke-linejoin:round]", toneStroke[tone])}
        />
      ))}
      {last && <circle cx={scale.x(last.on)} cy={scale.y(last.value)} r="2.5" className={toneFill[tone]} />}
    </svg>
  );
}
