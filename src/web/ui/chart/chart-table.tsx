import { useFormat } from "#web/format/use-format.ts";
import type { SeriesData } from "#web/ui/chart/series.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";

/** The same values as a table, closed until somebody wants figures. */
export function ChartTable({ label, unit, data }: { label: string; unit?: string; data: SeriesData }) {
  const format = useFormat();
  const { points, forecast = [] } = data;
  return (
    <Disclosure summary="View as table">
      <div
        tabIndex={0}
        role="region"
        aria-label={`${label}, values`}
        className="max-h-80 max-w-lg overflow-auto"
      >
        <table className="w-full border-collapse text-13 tabular-nums">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="text-muted">
              <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                Date
              </th>
              <th scope="col" className="py-1.5 ps-4 text-end font-normal">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ on, value }) => (
              <Row key={on} date={format.date(on)} text={format.number(value, unit)} />
            ))}
            {forecast.map(({ on, p50, p85 }) => (
              <Row
                key={`expected-${on}`}
                date={format.date(on)}
                text={`expected ${format.number(p50, unit)}, cautiously ${format.number(p85, unit)}`}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}

function Row({ date, text }: { date: string; text: string }) {
  return (
    <tr>
      <th scope="row" className="border-t border-line py-1.5 pe-4 text-start font-normal whitespace-nowrap">
        {date}
      </th>
      <td className="border-t border-line py-1.5 ps-4 text-end">{text}</td>
    </tr>
  );
}
