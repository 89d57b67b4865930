import type { z } from "zod";
import type { RevenueOverview } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import { type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/months-csv.ts";
import { inMajor } from "./words.ts";

type Overview = z.output<typeof RevenueOverview>;
type Month = Overview["months"][number];

const columnsFor = (currency: string): readonly CsvColumn<Month>[] => {
  const money = (header: string, of: (month: Month) => number) => ({
    header: `${header} (${currency})`,
    value: (month: Month) => inMajor(of(month), currency),
  });
  return [
    { header: "Month", value: ({ month }) => month },
    money("Start", (month) => month.startMinor),
    money("New", (month) => month.newMinor),
    money("Expansion", (month) => month.expansionMinor),
    money("Reactivation", (month) => month.reactivationMinor),
    money("Contraction", (month) => month.contractionMinor),
    money("Churn", (month) => month.churnMinor),
    money("End", (month) => month.endMinor),
    { header: "Customers at the start", value: ({ customersStart }) => customersStart },
    { header: "Customers who came", value: ({ customersCame }) => customersCame },
    { header: "Customers who left", value: ({ customersLeft }) => customersLeft },
    { header: "Customers at the end", value: ({ customersEnd }) => customersEnd },
    { header: "Gross churn (%)", value: ({ grossChurn }) => grossChurn },
    { header: "Net churn (%)", value: ({ netChurn }) => netChurn },
  ];
};

/** Three years of months. */
export async function loader({ context }: Route.LoaderArgs) {
  const { currency, months } = await context
    .get(pageContext)
    .call<Overview>("billing.get_revenue_overview", { months: 36 });
  return csvResponse("recurring-revenue.csv", columnsFor(currency), months);
}
