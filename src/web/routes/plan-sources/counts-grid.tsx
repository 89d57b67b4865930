import { NODE_KINDS } from "./node-kinds.ts";
import { useFormat } from "#web/format/use-format.ts";

/** How many parts of each kind a file holds; kinds it has none of are left out. */
export function CountsGrid({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { number } = useFormat();
  const shown = Object.values(NODE_KINDS).flatMap(({ count }) =>
    count && (counts[count.key] ?? 0) > 0 ? [{ ...count, value: counts[count.key] ?? 0 }] : [],
  );
  const numeric: Record<string, number> = {
    criteria: counts.numericCriteria ?? 0,
    kpis: counts.numericKpis ?? 0,
  };
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
      {shown.map(({ key, one, many, value }) => (
        <div key={key}>
          <dt className="text-13 text-muted first-letter:uppercase">{value === 1 ? one : many}</dt>
          <dd className="text-18 font-semibold tabular-nums">
            {number(value)}
            {(numeric[key] ?? 0) > 0 && (
              <small className="ms-1.5 text-12 font-normal text-muted">
                {number(numeric[key] ?? 0)} with a number
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
