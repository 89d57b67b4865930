import type { Tx } from "#kernel/db/database.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";

/** What a function of a module's door is given by a command, where a test cares for no events. */
export const untold = (tx: Tx): Pick<CommandContext<unknown>, "tx" | "emit"> => ({
  tx,
  emit: () => Promise.resolve(),
});
