import type { z } from "zod";
import type { RetentionCohorts } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/retention.ts";
import { CohortTable } from "./cohort-table.tsx";
import { MissingRates } from "./missing-rates.tsx";
import { RevenueTabs } from "./revenue-tabs.tsx";

export const handle = { crumb: "Retention" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const view = new URL(request.url).searchParams.get("view") === "revenue" ? "revenue" : "customers";
  const found = await context
    .get(pageContext)
    .call<z.output<typeof RetentionCohorts>>("billing.get_retention_cohorts", { months: 12 });
  return { ...found, view: view as "revenue" | "customers" };
}

export default function Retention({ loaderData }: Route.ComponentProps) {
  const { cohorts, currency, unconverted, view } = loaderData;
  return (
    <>
      <PageHeader
        title="Retention"
        lead="Customers by the month they first paid in, and what of them is there at the end of each month since."
      />
      <RevenueTabs />
      <MissingRates currencies={unconverted} to={currency} />
      <Tabs
        label="What is counted"
        tabs={[
          { label: "Customers", to: "/console/billing/revenue/retention?view=customers" },
          { label: "Revenue", to: "/console/billing/revenue/retention?view=revenue" },
        ]}
      />
      {cohorts.length === 0 ? (
        <EmptyState
          icon="users-round"
          title="No customers of the last twelve months yet"
          text="The first row appears with the first paid subscription."
        />
      ) : (
        <CohortTable cohorts={cohorts} view={view} currency={currency} />
      )}
    </>
  );
}
