import type { CommandContext } from "#kernel/operation/operation.ts";
import type { CriterionChange } from "#modules/playbook/commands/judging.ts";
import { CriterionChanged } from "#modules/playbook/events.ts";

/** Publishes each changed criterion as a fact. */
export async function announceChanges(
  { emit }: Pick<CommandContext<unknown>, "emit">,
  planId: string,
  changes: readonly CriterionChange[],
): Promise<void> {
  for (const { nodeId, was, state, reason } of changes)
    await emit(CriterionChanged, { planId, nodeId, was, state, reason });
}
