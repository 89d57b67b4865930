import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Journal, JournalRef } from "#modules/billing/contract/ledger.ts";
import { readJournals } from "#modules/billing/queries/ledger/journal-rows.ts";

/** One journal with both its sides. Errors: `billing.journal_unknown`. */
export const getJournal = defineQuery({
  name: "billing.get_journal",
  title: "Show a journal",
  http: "GET /billing/ledger/journals/:journalId",
  access: "billing:books",
  input: JournalRef,
  output: Journal,
  run: async ({ db, input }) => {
    const [journal] = await readJournals(db, sql`WHERE j.id = ${input.journalId}`);
    if (!journal) throw refuse("not_found", "billing.journal_unknown", "There is no such journal.");
    return journal;
  },
});
