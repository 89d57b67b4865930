import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

/** Forgets checkouts that ran out a day ago or more without an order, with the names and addresses in them. */
export const forgetCheckouts = defineCommand({
  name: "billing.forget_checkouts",
  title: "Forget checkouts nobody finished",
  http: "POST /billing/checkout-cleaning",
  access: "billing:money",
  input: z.object({}),
  output: z.object({ forgotten: z.number().int() }),
  run: async ({ tx, now }) => {
    const gone = await rows(
      tx,
      sql`DELETE FROM billing.checkout WHERE order_id IS NULL AND expires_at < ${now.subtract({ hours: 24 }).toString()}
          RETURNING id`,
    );
    return { forgotten: gone.length };
  },
});
