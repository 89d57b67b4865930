import { useActionData } from "react-router";
import { z } from "zod";
import { type ProviderList } from "#modules/billing/contract/payments.ts";
import {
  type ProviderEventPage,
  ProviderEventRef,
  type ProviderEventSummary,
} from "#modules/billing/contract/provider-events.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/providers.ts";
import { PaymentTabs } from "./payment-tabs.tsx";
import { EventState, eventStandings } from "./standing.tsx";

type Row = z.output<typeof ProviderEventSummary>;
type Provider = z.output<typeof ProviderList>["items"][number];
const Status = z.enum(["received", "processed", "ignored", "failed"]);

export const handle: RouteHandle = {
  crumb: "Ways to pay",
  notices: { replayed: "It is being looked into again." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const query = readTableQuery(request.url, { filters: ["status"] });
  const { items: providers } = await call<z.output<typeof ProviderList>>(
    "billing.list_payment_providers",
    {},
  );
  const page = await call<z.output<typeof ProviderEventPage>>("billing.list_provider_events", {
    status: Status.safeParse(query.filters["status"]).data,
    ref: query.q.slice(0, 200) || undefined,
    cursor: query.cursor ?? undefined,
  });
  return { query, providers, ...page };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "billing.replay_provider_event", {
    schema: ProviderEventRef,
    onSuccess: () => done("/console/billing/payments/providers", "replayed"),
  });
}

function ProviderCard({ provider }: { provider: Provider }) {
  const can = [
    provider.canCheckout && "customers pay on its page",
    provider.canSaveMethods && "saved methods are charged when something falls due",
    provider.canRefund && "refunds go back by themselves",
  ].filter(Boolean);
  return (
    <Card>
      <h2 className="text-14 font-semibold">{provider.title}</h2>
      <p className="mt-1 text-pretty text-muted">
        {can.length > 0
          ? `On: ${can.join(", ")}.`
          : "On: customers transfer the amount under the reference of their invoice; you import the statement of your bank."}
      </p>
      {provider.webhookUrl && (
        <div className="mt-4">
          <CopyField
            label="Address for its webhooks"
            value={provider.webhookUrl}
            hint="Enter it in the dashboard of the provider."
          />
        </div>
      )}
    </Card>
  );
}

function Told({ row }: { row: Row }) {
  return (
    <Disclosure summary={<span className="font-medium text-text">{row.type}</span>}>
      {row.payload ? (
        <pre className="max-h-96 max-w-full overflow-auto rounded-control bg-canvas p-3 font-mono text-12">
          {row.payload}
        </pre>
      ) : (
        <p className="text-muted">Its words were forgotten after 90 days.</p>
      )}
      <p className="mt-2 text-13 text-muted">
        {row.eventId}, {row.source === "webhook" ? "told by webhook" : "found by asking"}
      </p>
    </Disclosure>
  );
}

function Replay({ row }: { row: Row }) {
  const state = useActionData<FormState>();
  return (
    <Form state={state} intent={row.id} className="flex justify-end">
      <input type="hidden" name="providerEventId" value={row.id} />
      <Button size="small">
        Look again<span className="sr-only"> into {row.type}</span>
      </Button>
    </Form>
  );
}

const columns: readonly Column<Row>[] = [
  { key: "type", header: "Message", grow: true, cell: (row) => <Told row={row} /> },
  {
    key: "ref",
    header: "About",
    hiddenOnPhone: true,
    cell: (row) => <span className="font-mono text-13">{row.ref ?? "Nothing"}</span>,
  },
  { key: "status", header: "What came of it", cell: (row) => <EventState status={row.status} /> },
  {
    key: "outcome",
    header: "In words",
    grow: true,
    hiddenOnPhone: true,
    cell: (row) => row.outcome || <span className="text-muted">Nothing yet</span>,
  },
  { key: "at", header: "Told", cell: (row) => <Moment at={row.receivedAt} ago /> },
  { key: "replay", header: "Action", align: "end", cell: (row) => <Replay row={row} /> },
];

const filters: readonly Filter[] = [{ name: "status", label: "What came of it", options: eventStandings }];

export default function Providers({ loaderData }: Route.ComponentProps) {
  const { query, providers, items, nextCursor } = loaderData;
  return (
    <>
      <PageHeader
        title="Ways to pay"
        lead="How customers can pay you here, and what payment providers told."
      />
      <PaymentTabs />
      <div className="mb-10 grid gap-4 md:grid-cols-2">
        {providers.map((provider) => (
          <ProviderCard key={provider.key} provider={provider} />
        ))}
      </div>
      <Section
        title="What providers told"
        note="Each message is a hint: what it is about is fetched from the provider before anything is believed."
      >
        <DataTable
          caption="Messages of payment providers"
          columns={columns}
          rows={items}
          rowKey={(row) => row.id}
          query={query}
          search="The provider’s reference, whole"
          filters={filters}
          page={{ next: nextCursor }}
          noun={["message", "messages"]}
          empty={
            <EmptyState
              title="Nothing was told yet"
              text="Messages appear here once a provider such as Stripe is set up."
            />
          }
        />
      </Section>
    </>
  );
}
