import { type SQL, sql } from "drizzle-orm";

/** The local day of the company that an instant falls on; `instant` is a column or a parameter. */
export const companyDay = (instant: SQL): SQL =>
  sql`((${instant})::timestamptz AT TIME ZONE
       coalesce((SELECT value->>'zone' FROM kernel.setting WHERE key = 'company'), 'UTC'))::date`;
