import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { Action } from "#modules/playbook/contract/work.ts";
import { actionRows } from "#modules/playbook/queries/actions.ts";

/** An action as it stands after a command wrote it. */
export async function getAction(tx: Tx, actionId: string): Promise<z.output<typeof Action>> {
  const [action] = await actionRows(tx, { where: sql`a.id = ${actionId}`, limit: 1 });
  if (!action) throw new Error("An action was written and is not there");
  return action;
}
