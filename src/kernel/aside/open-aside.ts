import type { Aside, AsideLimits } from "#kernel/aside/aside.ts";
import { openPool, type Pool } from "#kernel/aside/pool.ts";

const LIMITS: AsideLimits = {
  timeoutMs: 15_000,
  memoryBytes: 600_000_000,
  processes: 2,
  waiting: 500,
  idleMs: 20_000,
};

/** Opens the side processes of this process. Nothing starts before the first job. */
export function openAside(given: Partial<AsideLimits> = {}): Aside {
  const limits = { ...LIMITS, ...given };
  const pools = new Map<string, Pool>();
  return {
    run: async <Answer>(entry: URL, job: unknown) => {
      const pool = pools.getOrInsertComputed(entry.href, () => openPool(entry, limits));
      return (await pool.run(job)) as Answer;
    },
    close: async () => {
      for (const pool of pools.values()) pool.close();
      pools.clear();
    },
  };
}
