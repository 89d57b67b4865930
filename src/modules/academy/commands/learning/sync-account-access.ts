import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SyncAccountAccess } from "#modules/academy/contract/learning.ts";
import { syncAccess } from "#modules/academy/learning/sync-access.ts";

/** Looks again at what an account may learn: its time may be over, or a course it bought early is out. */
export const syncAccountAccess = defineCommand({
  name: "academy.sync_account_access",
  title: "Bring an account's courses in line with what it bought",
  http: "POST /academy/access",
  access: "academy:admin",
  unaudited: true,
  input: SyncAccountAccess,
  output: z.object({}),
  run: async (context) => {
    const { accountId, cause } = context.input;
    await syncAccess(context, { accountId, cause, loss: "expired", buys: false });
    return {};
  },
});
