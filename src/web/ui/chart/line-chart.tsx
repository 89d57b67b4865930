import { useId } from "react";
import { dateOfDay } from "#web/format/local-date.ts";
import { useFormat } from "#web/format/use-format.ts";
import { ChartReader } from "#web/ui/chart/chart-reader.tsx";
import { ChartTable } from "#web/ui/chart/chart-table.tsx";
import { describeSeries } from "#web/ui/chart/describe.ts";
import { dayTicks, roundTicks, scaleTo } from "#web/ui/chart/geometry.ts";
import { DayAxis, LineMarks, ValueAxis } from "#web/ui/chart/line-marks.tsx";
import { readingsOf } from "#web/ui/chart/readings.ts";
import type { SeriesData } from "#web/ui/chart/series.ts";
import { extentOf } from "#web/ui/chart/series.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import type { Tone } from "#web/ui/tone.ts";

export interface LineChartProps extends SeriesData {
  label: string;
  unit?: string;
  tone?: Tone;
  /** Leaves out zero, where only the change matters (a rate near 90%). */
  fromData?: boolean;
}

/**
 * One series over time, drawn on the server: axes, target, forecast band (P50 to P85), today. Coordinates are
 * shares of the width, so that text keeps its size on every screen. Scripts add reading by pointer and arrow
 * keys; the same values stand in a table underneath.
 */
export function LineChart({ label, unit, tone = "accent", fromData, ...data }: LineChartProps) {
  const format = useFormat();
  const id = useId();
  const rough = extentOf(data, !fromData);
  if (!rough) {
    return (
      <EmptyState
        icon="chart-line"
        title="No values yet"
        text="The chart begins with the first measurement."
      />
    );
  }
  const levels = roundTicks(rough.values, 4);
  const values: [number, number] = [levels[0] ?? 0, levels.at(-1) ?? 1];
  const scale = scaleTo({ days: rough.days, values }, { left: 0, right: 100, top: 0, bottom: 100 });
  const number = (value: number) => format.number(value, unit);
  const axis = (value: number) => (Math.abs(value) >= 10_000 ? format.compact(value) : number(value));
  const dates = dayTicks(rough.days, 5).map(dateOfDay);
  const readings = readingsOf(data, scale, { date: format.date, number });
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="sr-only">
        {describeSeries(label, data, { date: format.nearDate, number })}
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)]">
        <ValueAxis ticks={levels.map((level) => ({ at: scale.y(level), text: axis(level) }))} />
        <ChartReader label={label} readings={readings}>
          <LineMarks
            data={data}
            scale={scale}
            tone={tone}
            levels={levels.map(scale.y)}
            today={isWithin(format.today, dates) ? scale.x(format.today) : null}
            targetText={typeof data.target === "number" ? `Target ${number(data.target)}` : null}
          />
        </ChartReader>
        <DayAxis ticks={dates.map((on) => ({ at: scale.x(on), text: format.nearDate(on) }))} />
      </div>
      <ChartTable label={label} unit={unit} data={data} />
    </figure>
  );
}

function isWithin(on: string, dates: readonly string[]): boolean {
  return on >= (dates[0] ?? "") && on <= (dates.at(-1) ?? "");
}
