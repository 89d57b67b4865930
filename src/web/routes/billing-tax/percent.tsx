import { useFormat } from "#web/format/use-format.ts";

const MOST_DIGITS = 4;

/** A rate in parts per million as people of a locale read it: 200,000 is `20%`, 88,750 is `8.875%`. */
export function Percent({ ppm }: { ppm: number }) {
  const { locale } = useFormat();
  const format = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: MOST_DIGITS });
  return <span className="whitespace-nowrap tabular-nums">{format.format(ppm / 1_000_000)}</span>;
}
