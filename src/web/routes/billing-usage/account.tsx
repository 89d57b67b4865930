import type { z } from "zod";
import type { AccountUsage, UsageEventPage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { UsageMeters } from "#web/parts/usage-meters.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/account.ts";
import { readEventsQuery } from "./usage-query.ts";

type Usage = z.output<typeof AccountUsage>;
type Events = z.output<typeof UsageEventPage>;

export const handle: RouteHandle = { crumb: ({ accountName }: { accountName: string }) => accountName };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, filter } = readEventsQuery(request.url);
  const { accountId } = params;
  const [usage, events] = await Promise.all([
    call<Usage>("billing.get_usage", { accountId }),
    call<Events>("billing.list_usage_events", { accountId, ...filter, cursor: query.cursor ?? undefined }),
  ]);
  return { usage, events, query, accountName: usage.accountName };
}

const pastColumns: readonly Column<Usage["past"][number]>[] = [
  { key: "meter", header: "What", cell: (row) => row.title },
  { key: "from", header: "From", cell: (row) => <Day on={row.periodStartsOn} /> },
  { key: "until", header: "Until before", cell: (row) => <Day on={row.periodEndsOn} /> },
  { key: "used", header: "Used", align: "end", cell: (row) => <Figure value={row.used} /> },
  {
    key: "events",
    header: "Events",
    align: "end",
    cell: (row) => (
      <TextLink to={`?meter=${row.meter}&period=${row.periodStartsOn}`}>
        <Figure value={row.events} />
      </TextLink>
    ),
  },
  {
    key: "late",
    header: "Late",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => <Figure value={row.lateEvents} />,
  },
  {
    key: "duplicates",
    header: "Repeats ignored",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => <Figure value={row.duplicates} />,
  },
  {
    key: "billed",
    header: "Billed beyond",
    align: "end",
    cell: (row) => <Figure value={row.billedOverage} />,
  },
];

const eventColumns: readonly Column<Events["items"][number]>[] = [
  {
    key: "event",
    header: "Event",
    grow: true,
    cell: (row) => <span className="font-mono text-13 [overflow-wrap:anywhere]">{row.eventKey}</span>,
  },
  { key: "meter", header: "What", cell: (row) => row.title },
  { key: "quantity", header: "Quantity", align: "end", cell: (row) => <Figure value={row.quantity} /> },
  { key: "occurred", header: "Happened", cell: (row) => <Moment at={row.occurredAt} /> },
  {
    key: "received",
    header: "Told",
    cell: (row) => (
      <>
        <Moment at={row.receivedAt} /> {row.isLate && <Badge tone="caution">Late</Badge>}
      </>
    ),
  },
];

/** The periods that have events, the one under way first. */
function periodFilters({ meters, past }: Usage, date: (on: string) => string): readonly Filter[] {
  const starts = [...new Set([...meters, ...past].map(({ periodStartsOn }) => periodStartsOn))];
  const options = starts
    .toSorted()
    .toReversed()
    .map((on) => ({ value: on, label: date(on) }));
  return [{ name: "period", label: "Period from", options }];
}

export default function UsageOfAccount({ loaderData: { usage, events, query } }: Route.ComponentProps) {
  const { date } = useFormat();
  return (
    <>
      <PageHeader
        title={<span dir="auto">{usage.accountName}</span>}
        lead="What this customer uses, and the events behind each figure."
      />
      <Section title="Now">
        <UsageMeters meters={usage.meters} />
      </Section>
      {usage.past.length > 0 && (
        <Section title="Earlier periods">
          <DataTable
            caption="Earlier periods, latest first"
            columns={pastColumns}
            rows={usage.past}
            rowKey={(row) => `${row.meter} ${row.periodStartsOn}`}
            noun={["period", "periods"]}
          />
        </Section>
      )}
      <Section title="Events" note="A name is counted once, however often it is told.">
        <DataTable
          caption="Events, latest first"
          columns={eventColumns}
          rows={events.items}
          rowKey={(row) => `${row.meter} ${row.eventKey}`}
          query={query}
          filters={periodFilters(usage, date)}
          page={{ next: events.nextCursor }}
          noun={["event", "events"]}
          csv={`/console/billing/usage/${usage.accountId}/events.csv`}
          empty={<EmptyState title="No events yet" />}
        />
      </Section>
    </>
  );
}
