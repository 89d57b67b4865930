import type { z } from "zod";
import type { RevenueOverview } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { LineChart } from "#web/ui/chart/line-chart.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/overview.ts";
import { FigureList } from "./figure-list.tsx";
import { MissingRates } from "./missing-rates.tsx";
import { MonthTable } from "./month-table.tsx";
import { MonthWaterfall } from "./month-waterfall.tsx";
import { RevenueTabs } from "./revenue-tabs.tsx";
import { useFigure } from "./use-figure.ts";
import { inMajor, lastDayOf } from "./words.ts";

type Overview = z.output<typeof RevenueOverview>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const overview = await context
    .get(pageContext)
    .call<Overview>("billing.get_revenue_overview", { months: 13 });
  const wanted = new URL(request.url).searchParams.get("month");
  const shown = overview.months.find(({ month }) => month === wanted) ?? overview.months.at(-1) ?? null;
  return { overview, shown };
}

const FIRST = ["billing.active_subscribers", "billing.net_revenue_retention", "billing.logo_churn"];

function useFacts({ mrrMinor, currency, figures }: Overview): Fact[] {
  const { roundMoney } = useFormat();
  const write = useFigure(currency);
  const mrr = mrrMinor === null ? "Not known" : roundMoney(BigInt(mrrMinor), currency);
  return [
    { label: "Recurring revenue a month", value: mrr, to: "/console/plan/metrics/billing.mrr" },
    ...FIRST.flatMap((key) => {
      const figure = figures.find((one) => one.key === key);
      if (!figure) return [];
      const value = figure.value === null ? "Not known" : write(figure);
      return [{ label: figure.title, value, to: `/console/plan/metrics/${key}` }];
    }),
  ];
}

/** Ends of months, and what may come: the middle of the band, and what 85 of 100 runs reach. */
function RevenueLine({ overview: { months, forecast, currency } }: { overview: Overview }) {
  const { today } = useFormat();
  const end = (month: string) => (lastDayOf(month) > today ? today : lastDayOf(month));
  return (
    <LineChart
      label="Recurring revenue"
      unit={currency}
      points={months.map(({ month, endMinor }) => ({ on: end(month), value: inMajor(endMinor, currency) }))}
      forecast={(forecast ?? []).map(({ month, middleMinor, lowMinor }) => ({
        on: lastDayOf(month),
        p50: inMajor(middleMinor, currency),
        p85: inMajor(lowMinor, currency),
      }))}
    />
  );
}

export default function Revenue({ loaderData: { overview, shown } }: Route.ComponentProps) {
  const facts = useFacts(overview);
  return (
    <>
      <PageHeader
        title="Revenue"
        lead="What subscriptions bring a month, without tax, courses and trials; how it moves, and how much of it stays."
      />
      <RevenueTabs />
      <MissingRates currencies={overview.unconverted} to={overview.currency} />
      <Facts facts={facts} />
      {shown === null ? (
        <EmptyState
          icon="chart-line"
          title="No recurring revenue yet"
          text="It begins with the first paid subscription."
        />
      ) : (
        <>
          <Section
            title="Recurring revenue by month"
            note={
              overview.forecast
                ? "The band goes on as the last months went: half of what may come lies above its upper edge, 85 of 100 above its lower one."
                : "A forecast needs four months that are over."
            }
          >
            <RevenueLine overview={overview} />
          </Section>
          <MonthWaterfall month={shown} currency={overview.currency} />
          <MonthTable months={overview.months} currency={overview.currency} />
        </>
      )}
      <Section title="Figures" note="Each opens what it counts.">
        <FigureList figures={overview.figures} currency={overview.currency} />
      </Section>
    </>
  );
}
