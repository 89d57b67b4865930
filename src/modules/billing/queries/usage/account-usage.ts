import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import type { AccountUsage } from "#modules/billing/contract/usage.ts";
import { meterUsage } from "#modules/billing/queries/usage/meter-usage.ts";
import { pastUsage } from "#modules/billing/queries/usage/past-usage.ts";

/** What an account uses at an instant and used before. */
export async function accountUsage(
  db: Db,
  account: { accountId: string; name: string },
  at: Temporal.Instant,
): Promise<z.output<typeof AccountUsage>> {
  const { accountId, name } = account;
  return {
    accountId,
    accountName: name,
    meters: await meterUsage(db, accountId, at),
    past: await pastUsage(db, accountId, at),
  };
}
