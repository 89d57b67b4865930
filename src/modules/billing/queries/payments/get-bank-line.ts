import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { BankLine, BankLineRef } from "#modules/billing/contract/bank-statements.ts";
import { readBankLines } from "#modules/billing/queries/payments/bank-line-rows.ts";

/** A bank line with what it may be for. Errors: `billing.bank_line_unknown`. */
export const getBankLine = defineQuery({
  name: "billing.get_bank_line",
  title: "Get a bank line",
  http: "GET /billing/bank-lines/:bankLineId",
  access: "billing:money",
  input: BankLineRef,
  output: BankLine,
  run: async ({ db, input: { bankLineId } }) => {
    const [line] = await readBankLines(db, sql`WHERE b.id = ${bankLineId}`);
    if (line) return line;
    throw refuse("not_found", "billing.bank_line_unknown", "There is no such bank line.");
  },
});
