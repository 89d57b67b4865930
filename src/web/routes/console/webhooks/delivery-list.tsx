import type { z } from "zod";
import type { WebhookDelivery } from "#modules/platform/contract.ts";
import { Form } from "#web/forms/form.tsx";
import { countOf } from "#web/format/plural.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Moment } from "#web/ui/time.tsx";
import { deliveryStates } from "./standing.tsx";

type Delivery = z.output<typeof WebhookDelivery>;

function Sent({ delivery }: { delivery: Delivery }) {
  return (
    <Disclosure summary={<span className="font-medium text-text">{delivery.eventName}</span>}>
      <pre className="max-w-full overflow-x-auto rounded-control bg-canvas p-3 font-mono text-12">
        {JSON.stringify(JSON.parse(delivery.body), null, 2)}
      </pre>
      <ol className="mt-3 space-y-2 text-13">
        {delivery.log.map((attempt) => (
          <li key={attempt.at}>
            <Moment at={attempt.at} />:{" "}
            {attempt.statusCode ? `answered ${attempt.statusCode}` : attempt.error}
            <span className="text-muted"> after {attempt.durationMs} ms</span>
            {attempt.response && (
              <pre className="mt-1 overflow-x-auto font-mono text-12 whitespace-pre-wrap text-muted">
                {attempt.response}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function Replay({ delivery }: { delivery: Delivery }) {
  if (delivery.status === "pending") return null;
  return (
    <Form intent="replay" className="flex justify-end">
      <input type="hidden" name="deliveryId" value={delivery.deliveryId} />
      <Button size="small">
        Send again<span className="sr-only"> {delivery.eventName}</span>
      </Button>
    </Form>
  );
}

const columns: readonly Column<Delivery>[] = [
  { key: "event", header: "Event", grow: true, cell: (delivery) => <Sent delivery={delivery} /> },
  {
    key: "status",
    header: "State",
    cell: ({ status }) => <Badge tone={deliveryStates[status].tone}>{deliveryStates[status].word}</Badge>,
  },
  { key: "attempts", header: "Tries", cell: ({ attempts }) => countOf(attempts, "try", "tries") },
  {
    key: "next",
    header: "Next try",
    hiddenOnPhone: true,
    cell: ({ nextAttemptAt }) =>
      nextAttemptAt ? <Moment at={nextAttemptAt} /> : <span className="text-muted">None</span>,
  },
  { key: "created", header: "Happened", cell: ({ createdAt }) => <Moment at={createdAt} ago /> },
  { key: "replay", header: "Action", align: "end", cell: (delivery) => <Replay delivery={delivery} /> },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "State",
    options: Object.entries(deliveryStates).map(([value, { word }]) => ({ value, label: word })),
  },
];

/** What a webhook was sent, with every try behind its row. */
export function DeliveryList({
  query,
  items,
  next,
}: {
  query: TableQuery;
  items: Delivery[];
  next: string | null;
}) {
  return (
    <DataTable
      caption="Webhook deliveries"
      columns={columns}
      rows={items}
      rowKey={({ deliveryId }) => deliveryId}
      query={query}
      filters={filters}
      page={{ next }}
      noun={["delivery", "deliveries"]}
      empty={
        <EmptyState
          icon="send"
          title="Nothing sent yet"
          text="Send a test event to see whether the receiver answers."
        />
      }
    />
  );
}
