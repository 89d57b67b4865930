import { useActionData } from "react-router";
import { z } from "zod";
import {
  type BankLine,
  type BankLinePage,
  MatchBankLine,
} from "#modules/billing/contract/bank-statements.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/to-match.ts";
import { LineWords, PayerName } from "./line-words.tsx";
import { PaymentTabs } from "./payment-tabs.tsx";
import { LineState, lineStandings } from "./standing.tsx";

type Row = z.output<typeof BankLine>;
const Status = z.enum(["new", "matched", "suggested", "unmatched", "ignored"]);

export const handle: RouteHandle = {
  crumb: "To match",
  notices: {
    matched: "The payment is matched.",
    imported: "The statement is in. Its lines are being matched; what needs you appears here.",
    known: "This file was imported before. Nothing changed.",
    ignored: "The line is set aside.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const statement = z.uuid().safeParse(new URL(request.url).searchParams.get("statement"));
  const page = await context.get(pageContext).call<z.output<typeof BankLinePage>>("billing.list_bank_lines", {
    text: query.q.slice(0, 120) || undefined,
    status: Status.safeParse(query.filters["status"]).data,
    statementId: statement.data,
    cursor: query.cursor ?? undefined,
  });
  return { query, statement: statement.data ?? null, ...page };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "billing.match_bank_line", {
    schema: MatchBankLine,
    onSuccess: () => done(PATH, "matched"),
  });
}

/** Takes the suggestion, where there is just one customer it may be. */
function Decide({ row }: { row: Row }) {
  const state = useActionData<FormState>();
  const isSure =
    row.status === "suggested" && row.account && row.invoices.some(({ openMinor }) => openMinor > 0);
  const look = (
    <LinkButton size="small" to={`/console/billing/payments/lines/${row.id}`}>
      {row.status === "matched" || row.status === "ignored" ? "Look" : "Decide"}
      <span className="sr-only"> on the line of {row.payerName || "an unnamed payer"}</span>
    </LinkButton>
  );
  if (!isSure) return look;
  return (
    <div className="flex justify-end gap-2">
      <Form state={state} intent={row.id}>
        <input type="hidden" name="bankLineId" value={row.id} />
        <input type="hidden" name="accountId" value={row.account?.id} />
        {row.invoices.map(({ id }) => (
          <input key={id} type="hidden" name="invoiceIds[]" value={id} />
        ))}
        <Button size="small" look="primary">
          Match
          <span className="sr-only"> with {row.invoices.map(({ fullNumber }) => fullNumber).join(", ")}</span>
        </Button>
      </Form>
      {look}
    </div>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "payer",
    header: "Payer",
    cell: (row) => (
      <NameLink to={`/console/billing/payments/lines/${row.id}`}>
        <PayerName name={row.payerName} />
      </NameLink>
    ),
  },
  { key: "on", header: "Booked", cell: (row) => <Day on={row.bookedOn} /> },
  { key: "words", header: "Text and suggestion", grow: true, cell: (row) => <LineWords line={row} /> },
  { key: "status", header: "Standing", cell: (row) => <LineState status={row.status} /> },
  {
    key: "amount",
    header: "Amount",
    align: "end",
    cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
  },
  { key: "decide", header: "Action", align: "end", cell: (row) => <Decide row={row} /> },
];

const PATH = "/console/billing/payments/to-match";
const views = [
  { label: "Waiting", to: PATH },
  { label: "Being matched", to: `${PATH}?status=new` },
  { label: "Matched", to: `${PATH}?status=matched` },
  { label: "Set aside", to: `${PATH}?status=ignored` },
];
const ofStatement: readonly Filter[] = [{ name: "status", label: "Standing", options: lineStandings }];

export default function ToMatch({ loaderData }: Route.ComponentProps) {
  const { query, statement, items, nextCursor } = loaderData;
  return (
    <>
      <PageHeader
        title={statement ? "Lines of a bank statement" : "Payments to match"}
        lead={
          statement
            ? "What the file brought that was new, and what became of it."
            : "Transfers that do not say which invoice they are for. Those that do are matched by themselves."
        }
        actions={
          <LinkButton look="primary" icon="upload" to="/console/billing/payments/statements/new">
            Import a bank statement
          </LinkButton>
        }
      />
      <PaymentTabs />
      {!statement && <Tabs label="Which lines" tabs={views} />}
      <DataTable
        caption="Bank lines"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        search="Payer, text or account"
        filters={statement ? ofStatement : undefined}
        page={{ next: nextCursor }}
        noun={["line", "lines"]}
        empty={
          <EmptyState
            icon="circle-check"
            title="No such lines"
            text="After you import a bank statement, what does not say which invoice it pays waits here for you."
          />
        }
      />
    </>
  );
}
