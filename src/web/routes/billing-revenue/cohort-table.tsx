import type { z } from "zod";
import type { RetentionCohorts } from "#modules/billing/contract/revenue.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Card } from "#web/ui/card.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { monthWords } from "./words.ts";

type Cohort = z.output<typeof RetentionCohorts>["cohorts"][number];
type View = "customers" | "revenue";

/** Grounds from little to all; the figure stands in each cell, so colour says nothing alone. */
const GROUNDS = [
  "bg-accent/4",
  "bg-accent/8",
  "bg-accent/12",
  "bg-accent/18",
  "bg-accent/24",
  "bg-accent/30",
];

const groundOf = (percent: number): string =>
  GROUNDS[Math.min(GROUNDS.length - 1, Math.max(0, Math.floor(percent / 20)))] ?? "";

function Cell({ percent }: { percent: number | null }) {
  const { number } = useFormat();
  if (percent === null) return <td className="px-2 py-1.5 text-end text-muted">–</td>;
  return (
    <td className="p-0.5">
      <span className={classNames("block rounded-mark px-2 py-1.5 text-end", groundOf(percent))}>
        {number(Math.round(percent), "percent")}
      </span>
    </td>
  );
}

function Row({ cohort, view, currency }: { cohort: Cohort; view: View; currency: string }) {
  const { locale } = useFormat();
  return (
    <tr>
      <th scope="row" className="px-4 py-1.5 text-start font-normal whitespace-nowrap">
        <NameLink to={`/console/billing/revenue/movements?cohort=${cohort.month}`}>
          {monthWords(cohort.month, locale)}
        </NameLink>
      </th>
      <td className="px-2 py-1.5 text-end whitespace-nowrap text-muted">
        {view === "customers" ? cohort.customers : <Money minor={cohort.mrrMinor} currency={currency} />}
      </td>
      {cohort.cells.map((cell) => (
        <Cell key={cell.month} percent={cell[view]} />
      ))}
    </tr>
  );
}

/** Cohorts as rows, months since as columns; each row opens the movements of its customers. */
export function CohortTable({
  cohorts,
  view,
  currency,
}: {
  cohorts: readonly Cohort[];
  view: View;
  currency: string;
}) {
  const width = Math.max(...cohorts.map(({ cells }) => cells.length));
  const caption =
    view === "customers"
      ? "Share of customers still paying, by the month they came in"
      : "Share of first revenue still there, by the month its customers came in";
  return (
    <Card flush>
      <div tabIndex={0} role="region" aria-label={caption} className="overflow-x-auto rounded-card">
        <table className="w-full border-collapse text-13 tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-12 text-muted">
              <th scope="col" className="px-4 py-2 text-start font-normal">
                Came in
              </th>
              <th scope="col" className="px-2 py-2 text-end font-normal">
                {view === "customers" ? "Customers" : "A month at first"}
              </th>
              {Array.from({ length: width }, (_, index) => (
                <th key={index} scope="col" className="px-2 py-2 text-end font-normal whitespace-nowrap">
                  {index === 0 ? "Month end" : `+${index}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <Row key={cohort.month} cohort={cohort} view={view} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
