import type { z } from "zod";
import type { Journal, JournalPage, LedgerPosting } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import { currencyDigits } from "#web/format/money.ts";
import type { Route } from "./+types/journals-csv.ts";
import { readJournalsQuery } from "./journals-query.ts";
import { kindWords } from "./words.ts";

type Line = { journal: z.output<typeof Journal>; posting: z.output<typeof LedgerPosting> };

const COLUMNS: readonly CsvColumn<Line>[] = [
  { header: "Day", value: ({ journal }) => journal.on },
  { header: "What happened", value: ({ journal }) => journal.text },
  { header: "Kind", value: ({ journal }) => kindWords(journal.kind) },
  { header: "Customer", value: ({ journal }) => journal.accountName },
  { header: "Account", value: ({ posting }) => posting.name },
  { header: "Jurisdiction", value: ({ posting }) => posting.jurisdiction },
  { header: "Currency", value: ({ posting }) => posting.currency },
  {
    header: "Amount (debits positive)",
    value: ({ posting }) => posting.amountMinor / 10 ** currencyDigits(posting.currency),
  },
  { header: "Reference", value: ({ journal }) => journal.ref },
];

/** The journals the page's filters show, a line for each posting. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readJournalsQuery(request.url);
  const journals = await allPages(async (cursor) => {
    const page = await call<z.output<typeof JournalPage>>("billing.list_journals", {
      ...filter,
      cursor,
      limit: 500,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  const lines = journals.flatMap((journal) => journal.postings.map((posting) => ({ journal, posting })));
  return csvResponse("journals.csv", COLUMNS, lines);
}
