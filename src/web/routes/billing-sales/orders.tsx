import { z } from "zod";
import { CancelOrder, type OrderPage, type OrderSummary } from "#modules/billing/contract/checkout.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import { Refusal } from "../console/refusal.tsx";
import type { Route } from "./+types/orders.ts";
import { providerWord } from "./provider-words.ts";
import { OrderState } from "./standing.tsx";

type Order = z.output<typeof OrderSummary>;

export const handle: RouteHandle = {
  crumb: "Orders",
  notices: { cancelled: "The order is cancelled and its invoice void. Nothing is owed for it." },
};

const Status = z.enum(["open", "paid", "cancelled"]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const page = await context.get(pageContext).call<z.output<typeof OrderPage>>("billing.list_orders", {
    text: query.q || undefined,
    status: Status.safeParse(query.filters.status).data,
    cursor: query.cursor ?? undefined,
  });
  return { query, ...page };
}

export const action = (args: Route.ActionArgs) =>
  submit(args, "billing.cancel_order", {
    schema: CancelOrder,
    onSuccess: () => done("/console/billing/orders", "cancelled"),
  });

function Cancel({ order }: { order: Order }) {
  const mayCancel = usePermission("billing:sell");
  if (!mayCancel || order.status !== "open") return null;
  return (
    <Form>
      <input type="hidden" name="orderId" value={order.id} />
      <Button size="small" aria-label={`Cancel order ${order.reference}`}>
        Cancel
      </Button>
    </Form>
  );
}

const columns: readonly Column<Order>[] = [
  {
    key: "reference",
    header: "Order",
    cell: (order) => <span className="font-mono text-13">{order.reference}</span>,
  },
  {
    key: "account",
    header: "Customer",
    grow: true,
    cell: (order) => <NameLink to={`/console/customers/${order.accountId}`}>{order.accountName}</NameLink>,
  },
  {
    key: "offer",
    header: "Offer",
    cell: (order) => (order.quantity > 1 ? `${order.offerName} × ${order.quantity}` : order.offerName),
  },
  {
    key: "total",
    header: "First invoice",
    align: "end",
    cell: (order) =>
      order.totalMinor === null ? "Trial" : <Money minor={order.totalMinor} currency={order.currency} />,
  },
  {
    key: "provider",
    header: "Paid by",
    hiddenOnPhone: true,
    cell: (order) => providerWord(order.provider),
  },
  { key: "status", header: "Standing", cell: (order) => <OrderState status={order.status} /> },
  { key: "placed", header: "Placed", cell: (order) => <Moment at={order.placedAt} ago /> },
  { key: "act", header: "Action", cell: (order) => <Cancel order={order} /> },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "Standing",
    options: [
      { value: "open", label: "Waits for payment" },
      { value: "paid", label: "Paid" },
      { value: "cancelled", label: "Cancelled" },
    ],
  },
];

export default function Orders({
  loaderData: { query, items, nextCursor },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Orders" lead="What was ordered, and what still waits for its money." />
      <Refusal state={actionData} />
      <DataTable
        caption="Orders, newest first"
        columns={columns}
        rows={items}
        rowKey={(order) => order.id}
        query={query}
        search="Reference, customer or offer"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["order", "orders"]}
        empty={
          <EmptyState
            title="No orders yet"
            text="Orders appear here as soon as somebody buys on your pricing page."
          />
        }
      />
    </>
  );
}
