import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AllowanceRef } from "#modules/academy/contract/quiz-staff.ts";

/**
 * Takes an allowance back for attempts that begin from now on; one that is open keeps its time, because its student
 * counts on it. Errors: `academy.allowance_unknown`.
 */
export const withdrawAllowance = defineCommand({
  name: "academy.withdraw_quiz_allowance",
  title: "Take back more attempts or time",
  http: "DELETE /academy/quiz-allowances/:allowanceId",
  access: "academy:grade",
  input: AllowanceRef,
  output: AllowanceRef,
  run: async ({ tx, input: { allowanceId }, now }) => {
    const found = await firstRow(
      tx,
      sql`UPDATE academy.quiz_allowance SET withdrawn_at = coalesce(withdrawn_at, ${now.toString()})
          WHERE id = ${allowanceId} RETURNING id`,
    );
    if (!found) throw refuse("not_found", "academy.allowance_unknown", "There is no such allowance.");
    return { allowanceId };
  },
});
