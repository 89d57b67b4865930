import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { JournalPage, ListJournals } from "#modules/billing/contract/ledger.ts";
import { readJournals } from "#modules/billing/queries/ledger/journal-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

/** Journals with their postings, the latest day first unless asked otherwise. Errors: `billing.cursor_unknown`. */
export const listJournals = defineQuery({
  name: "billing.list_journals",
  title: "List journals of the books",
  http: "GET /billing/ledger/journals",
  access: "billing:books",
  input: ListJournals,
  output: JournalPage,
  run: ({ db, input }) => {
    const { account, kind, accountId, text, fromOn, untilOn } = input;
    const place = readCursor(input.cursor, 2);
    const order = sql.raw(input.direction === "asc" ? "ASC" : "DESC");
    const after = sql.raw(input.direction === "asc" ? ">" : "<");
    const conditions = [
      account
        ? sql`EXISTS (SELECT FROM billing.posting p WHERE p.journal_id = j.id AND p.account = ${account})`
        : sql`true`,
      kind ? sql`j.kind = ${kind}` : sql`true`,
      accountId ? sql`j.account_id = ${accountId}` : sql`true`,
      text
        ? sql`position(lower(${text}) in lower(j.text || ' ' || j.ref || ' ' || coalesce(c.name, ''))) > 0`
        : sql`true`,
      fromOn ? sql`j.booked_on >= ${fromOn}` : sql`true`,
      untilOn ? sql`j.booked_on < ${untilOn}` : sql`true`,
      place ? sql`(j.booked_on, j.id) ${after} (${place[0]}::date, ${place[1]}::uuid)` : sql`true`,
    ];
    return pageOf(
      readJournals(
        db,
        sql`WHERE ${sql.join(conditions, sql` AND `)}
            ORDER BY j.booked_on ${order}, j.id ${order} LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      ({ on, id }) => [on, id],
    );
  },
});
