import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { RebuiltMovements } from "#modules/billing/contract/revenue.ts";
import { rebuildMovements as rebuild } from "#modules/billing/revenue/rebuild-movements.ts";

/** Derives all movements of recurring revenue anew from the history of subscriptions. */
export const rebuildMovements = defineCommand({
  name: "billing.rebuild_movements",
  title: "Derive recurring revenue anew",
  http: "POST /billing/revenue/movements/rebuilt",
  access: "billing:money",
  input: z.object({}),
  output: RebuiltMovements,
  run: async ({ tx, runtime }) => ({ movements: await rebuild(runtime().database.db, tx) }),
});
