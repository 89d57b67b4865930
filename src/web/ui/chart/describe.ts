import type { SeriesData } from "#web/ui/chart/series.ts";
import { hasValue } from "#web/ui/chart/series.ts";

interface Words {
  date: (on: string) => string;
  number: (value: number) => string;
}

/** A chart in one sentence, for those who cannot see it: span, first, last, target, what is expected. */
export function describeSeries(
  label: string,
  { points, forecast = [], target }: SeriesData,
  words: Words,
): string {
  const known = points.filter(hasValue);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return `${label}: no values yet.`;
  const parts = [
    `${label}: ${words.number(first.value)} on ${words.date(first.on)}, ${words.number(last.value)} on ${words.date(last.on)}`,
  ];
  if (typeof target === "number") parts.push(`target ${words.number(target)}`);
  const end = forecast.at(-1);
  if (end)
    parts.push(
      `expected on ${words.date(end.on)}: ${words.number(end.p50)}, cautiously ${words.number(end.p85)}`,
    );
  return `${parts.join("; ")}.`;
}
