import { sql } from "#kernel/db/sql.ts";
import type { Runtime } from "#kernel/operation/execute.ts";

export interface Health {
  ready: boolean;
  checks: Record<string, "ok" | "failed">;
}

/** Ready means: the database answers and its tables are there. */
export async function checkHealth(runtime: Runtime): Promise<Health> {
  const database = await runtime.database.db
    .execute(sql`SELECT 1 FROM kernel.setting LIMIT 1`)
    .then(() => "ok" as const)
    .catch(() => "failed" as const);
  return { ready: database === "ok", checks: { database } };
}
