import type { JobContext } from "#kernel/jobs/job.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Does something with each of many, batch after batch, each in a transaction of its own: one that fails holds up none of the
 * others and shows in the log. Stops early at shutdown. Gives how many failed.
 */
export async function eachInTurn(
  { signal, log }: JobContext,
  next: (after: string) => Promise<string[]>,
  act: (id: string) => Promise<unknown>,
): Promise<number> {
  let failed = 0;
  let after = FIRST;
  while (!signal.aborted) {
    const found = await next(after);
    for (const id of found) {
      if (signal.aborted) return failed;
      try {
        await act(id);
      } catch (error) {
        failed += 1;
        log.error({ error, id }, "Work on one of many failed");
      }
    }
    const last = found.at(-1);
    if (last === undefined) return failed;
    after = last;
  }
  return failed;
}
