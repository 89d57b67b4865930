import type { z } from "zod";
import type { AccountUsage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/usage.ts";
import { Meters } from "./meters.tsx";
import { needAccount, portalContext } from "./portal-context.ts";

type Past = z.output<typeof AccountUsage>["past"][number];

export const handle: RouteHandle = { crumb: "Usage" };

export async function loader({ context }: Route.LoaderArgs) {
  const { accountId } = needAccount(context.get(portalContext));
  return context.get(pageContext).call<z.output<typeof AccountUsage>>("billing.get_my_usage", { accountId });
}

const columns: readonly Column<Past>[] = [
  { key: "title", header: "What", grow: true, cell: ({ title }) => <span dir="auto">{title}</span> },
  { key: "period", header: "Period", cell: (past) => <Period past={past} /> },
  { key: "used", header: "Used", align: "end", cell: ({ used }) => <Figure value={used} unit="count" /> },
  {
    key: "overage",
    header: "Charged beyond the plan",
    align: "end",
    cell: ({ billedOverage }) => <Figure value={billedOverage} unit="count" />,
  },
];

function Period({ past: { periodStartsOn, periodEndsOn } }: { past: Past }) {
  const { date } = useFormat();
  return (
    <span className="whitespace-nowrap">
      {date(periodStartsOn)} until {date(periodEndsOn)}
    </span>
  );
}

export default function Usage({ loaderData: { meters, past } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Usage" lead="What is counted, in the period that runs and in those before." />
      {meters.length === 0 ? (
        <EmptyState icon="gauge" title="Nothing is counted" text="Your plan has nothing that is used up." />
      ) : (
        <Meters meters={meters} />
      )}
      {past.length > 0 && (
        <Section title="Periods before">
          <DataTable
            caption="Usage of periods before"
            columns={columns}
            rows={past}
            rowKey={({ meter, periodStartsOn }) => `${meter} ${periodStartsOn}`}
            noun={["period", "periods"]}
          />
        </Section>
      )}
    </>
  );
}
