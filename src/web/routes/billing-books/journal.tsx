import type { z } from "zod";
import type { Journal, LedgerPosting } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/journal.ts";
import { kindWords } from "./words.ts";

type Found = z.output<typeof Journal>;
type Posting = z.output<typeof LedgerPosting>;

export const handle = { crumb: ({ journal }: { journal: Found }) => journal.text };

export async function loader({ context, params }: Route.LoaderArgs) {
  return {
    journal: await context
      .get(pageContext)
      .call<Found>("billing.get_journal", { journalId: params.journalId }),
  };
}

const columns: readonly Column<Posting>[] = [
  {
    key: "account",
    header: "Account",
    grow: true,
    cell: ({ account, name, jurisdiction }) => (
      <NameLink to={`/console/billing/books/journals?account=${account}`}>
        {jurisdiction ? `${name}, ${jurisdiction}` : name}
      </NameLink>
    ),
  },
  {
    key: "debit",
    header: "Debit",
    align: "end",
    cell: ({ amountMinor, currency }) => (
      <Money minor={amountMinor > 0 ? amountMinor : null} currency={currency} />
    ),
  },
  {
    key: "credit",
    header: "Credit",
    align: "end",
    cell: ({ amountMinor, currency }) => (
      <Money minor={amountMinor < 0 ? -amountMinor : null} currency={currency} />
    ),
  },
];

const JournalLink = ({ journal }: { journal: NonNullable<Found["reverses"]> }) => (
  <TextLink to={`/console/billing/books/journals/${journal.id}`}>{journal.text}</TextLink>
);

function pairsOf({ on, at, kind, accountId, accountName, reverses, reversedBy }: Found) {
  return [
    { label: "Counts for", value: <Day on={on} /> },
    { label: "Written", value: <Moment at={at} /> },
    { label: "Kind", value: kindWords(kind) },
    {
      label: "Customer",
      value: accountId ? (
        <TextLink dir="auto" to={`/console/customers/${accountId}`}>
          {accountName ?? "A customer"}
        </TextLink>
      ) : (
        "Many or none"
      ),
    },
    ...(reverses ? [{ label: "Takes back", value: <JournalLink journal={reverses} /> }] : []),
    ...(reversedBy ? [{ label: "Taken back by", value: <JournalLink journal={reversedBy} /> }] : []),
  ];
}

export default function JournalPage({ loaderData: { journal } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={journal.text}
        actions={journal.href && <LinkButton to={journal.href}>Open the invoice</LinkButton>}
      />
      <DataTable
        caption="Postings"
        columns={columns}
        rows={journal.postings}
        rowKey={({ account, currency, jurisdiction }) => `${account} ${currency} ${jurisdiction}`}
      />
      <Section title="About it">
        <KeyValue pairs={pairsOf(journal)} />
      </Section>
    </>
  );
}
