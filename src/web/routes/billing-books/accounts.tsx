import { Form } from "react-router";
import { z } from "zod";
import type { LedgerAccounts } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/accounts.ts";
import { BooksTabs } from "./books-tabs.tsx";
import { ACCOUNT_KINDS } from "./words.ts";

type Accounts = z.output<typeof LedgerAccounts>;
type Account = Accounts["accounts"][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const asOf = z.iso.date().safeParse(new URL(request.url).searchParams.get("asOf")).data;
  return context.get(pageContext).call<Accounts>("billing.list_ledger_accounts", { asOf });
}

const columns: readonly Column<Account>[] = [
  {
    key: "name",
    header: "Account",
    grow: true,
    cell: ({ code, name }) => (
      <NameLink to={`/console/billing/books/journals?account=${code}`}>{name}</NameLink>
    ),
  },
  { key: "balance", header: "Balance", align: "end", cell: (account) => <Balances account={account} /> },
];

/** One line for each currency; an account nothing is on shows a dash. */
function Balances({ account }: { account: Account }) {
  if (account.balances.length === 0) return <span className="text-muted">–</span>;
  return (
    <span className="flex flex-col items-end">
      {account.balances.map(({ currency, shownMinor }) => (
        <Money key={currency} minor={shownMinor} currency={currency} />
      ))}
    </span>
  );
}

export default function BookAccounts({ loaderData: { asOf, accounts } }: Route.ComponentProps) {
  const kinds = [...Map.groupBy(accounts, ({ kind }) => kind)];
  return (
    <>
      <PageHeader
        title="Books"
        lead="Double entry, written by itself with every invoice, payment and refund. Nothing is ever changed; a correction is an entry of its own."
        actions={
          <LinkButton icon="download" to="/console/billing/books/journals#export">
            Export
          </LinkButton>
        }
      />
      <BooksTabs />
      <Form method="get" className="mb-6 flex items-end gap-2">
        <DateInput name="asOf" label="At the end of" defaultValue={asOf} required={false} key={asOf} />
        <Button>Show</Button>
      </Form>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {kinds.map(([kind, ofKind]) => (
          <Section key={kind} title={ACCOUNT_KINDS[kind]}>
            <DataTable
              caption={`${ACCOUNT_KINDS[kind]}, by account`}
              columns={columns}
              rows={ofKind}
              rowKey={({ code }) => code}
              compact
            />
          </Section>
        ))}
      </div>
    </>
  );
}
