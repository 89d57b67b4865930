import { defineCommand } from "#kernel/operation/operation.ts";
import { RefreshedMovements, RefreshMovements } from "#modules/billing/contract/revenue.ts";
import { refreshMovements as refresh } from "#modules/billing/revenue/rebuild-movements.ts";

/** Brings the movements of customers whose subscriptions changed up to date; `more` asks to be called again. */
export const refreshMovements = defineCommand({
  name: "billing.refresh_movements",
  title: "Bring recurring revenue up to date",
  http: "POST /billing/revenue/movements/refreshed",
  access: "billing:money",
  input: RefreshMovements,
  output: RefreshedMovements,
  unaudited: true,
  run: async ({ tx, input }) => {
    const customers = await refresh(tx, input.limit);
    return { customers, more: customers === input.limit };
  },
});
