import { useFormat } from "#web/format/use-format.ts";

/** A local date: `14 May` in this year, else with its year; the full date on hover. */
export function Day({ on, relative }: { on: string; relative?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={on} title={format.date(on, "full")} className="whitespace-nowrap tabular-nums">
      {relative ? format.relativeDays(on) : format.nearDate(on)}
    </time>
  );
}

/** An instant in the reader's zone, with the zone's offset; `ago` writes it as a distance while it is near. */
export function Moment({ at, ago }: { at: string; ago?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={`${format.instant(at)} (${format.zone})`} className="tabular-nums">
      {ago ? format.ago(at) : format.instant(at)}
    </time>
  );
}
