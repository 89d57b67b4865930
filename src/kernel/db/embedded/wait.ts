import { setTimeout as pause } from "node:timers/promises";

/** Asks `probe` again and again until it answers something other than undefined; undefined when time is up. */
export async function poll<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  { withinMs, everyMs = 15 }: { withinMs: number; everyMs?: number },
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) return undefined;
    await pause(everyMs);
  }
}
