import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ExportedJournal, ExportJournal } from "#modules/billing/contract/ledger.ts";
import { readJournals } from "#modules/billing/queries/ledger/journal-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { CSV_HEAD, csvLines, ledgerText } from "#modules/billing/rules/ledger/journal-text.ts";

/**
 * A piece of the books as CSV or as text for ledger-cli, oldest first; the pieces put together are the file. Errors:
 * `billing.cursor_unknown`.
 */
export const exportJournal = defineQuery({
  name: "billing.export_journal",
  title: "Export the books as CSV or ledger-cli text",
  http: "GET /billing/ledger/export",
  access: "billing:books",
  input: ExportJournal,
  output: ExportedJournal,
  run: async ({ db, input }) => {
    const place = readCursor(input.cursor, 2);
    const { items, nextCursor } = await pageOf(
      readJournals(
        db,
        sql`WHERE ${input.fromOn ? sql`j.booked_on >= ${input.fromOn}` : sql`true`}
              AND ${input.untilOn ? sql`j.booked_on < ${input.untilOn}` : sql`true`}
              AND ${place ? sql`(j.booked_on, j.id) > (${place[0]}::date, ${place[1]}::uuid)` : sql`true`}
            ORDER BY j.booked_on, j.id LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      ({ on, id }) => [on, id],
    );
    const [head, write] = input.format === "csv" ? [CSV_HEAD, csvLines] : ["", ledgerText];
    return { text: (place ? "" : head) + items.map(write).join(""), nextCursor };
  },
});
