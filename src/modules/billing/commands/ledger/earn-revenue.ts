import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { EarnedRevenue, EarnRevenue } from "#modules/billing/contract/ledger.ts";
import { earn } from "#modules/billing/ledger/earn.ts";

/**
 * Books what was earned in all days before today, some schedules at a time; `more` asks to be called again. Run late, it
 * books each day by itself; run twice, it books nothing twice.
 */
export const earnRevenue = defineCommand({
  name: "billing.earn_revenue",
  title: "Book the revenue of past days",
  http: "POST /billing/ledger/earned-revenue",
  access: "billing:money",
  input: EarnRevenue,
  output: EarnedRevenue,
  unaudited: true,
  run: async ({ tx, input, now, company }) => {
    const { zone } = await company();
    const schedules = await earn(tx, {
      where: sql`true`,
      limit: input.limit,
      untilOn: localDate(now, zone).toString(),
      at: now.toString(),
      accountId: null,
    });
    return { schedules, more: schedules === input.limit };
  },
});
