import { rows, sql } from "#kernel/db/sql.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { Services } from "#kernel/services.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";

/** Judges the criteria that are met when these deliverables are proved, and publishes what changed. */
export async function judgeCompletedCriteria(
  context: Services & Pick<CommandContext<unknown>, "tx" | "now" | "emit">,
  planId: string,
  deliverableIds: readonly string[],
): Promise<void> {
  if (deliverableIds.length === 0) return;
  const { tx, now } = context;
  const criteria = await rows<{ id: string }>(
    tx,
    sql`SELECT id FROM playbook.node
        WHERE plan_id = ${planId} AND completes_id IN ${idList(deliverableIds)} AND removed_at IS NULL`,
  );
  const nodeIds = criteria.map(({ id }) => id);
  if (nodeIds.length === 0) return;
  await announceChanges(context, planId, await judgeCriteria(tx, context, { planId, nodeIds }, now));
}
