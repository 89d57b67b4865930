import { AsideError, type AsideLimits } from "#kernel/aside/aside.ts";
import { type SideProcess, startSideProcess } from "#kernel/aside/side-process.ts";

/** The processes of one kind of work: started when needed, ended when idle, replaced when dead. */
export interface Pool {
  run(job: unknown): Promise<unknown>;
  close(): void;
}

export function openPool(entry: URL, limits: AsideLimits): Pool {
  const idle: SideProcess[] = [];
  const all = new Set<SideProcess>();
  const waiting: ((process: SideProcess) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    const process = startSideProcess(entry, limits);
    all.add(process);
    return process;
  };
  const endIdle = () => {
    for (const process of idle.splice(0)) {
      all.delete(process);
      process.kill();
    }
  };
  const take = async (): Promise<SideProcess> => {
    clearTimeout(timer);
    const free = idle.pop();
    if (free?.isAlive()) return free;
    if (free) all.delete(free);
    if (all.size < limits.processes) return start();
    if (waiting.length >= limits.waiting) throw new AsideError("busy", `${waiting.length} wait already`);
    return new Promise((resolve) => waiting.push(resolve));
  };
  const give = (process: SideProcess): void => {
    if (!process.isAlive()) all.delete(process);
    const next = waiting.shift();
    if (next) return next(process.isAlive() ? process : start());
    if (process.isAlive()) idle.push(process);
    clearTimeout(timer);
    timer = setTimeout(endIdle, limits.idleMs).unref();
  };
  return {
    run: async (job) => {
      const process = await take();
      try {
        return await process.run(job);
      } finally {
        give(process);
      }
    },
    close: () => {
      clearTimeout(timer);
      for (const process of all) process.kill();
      all.clear();
      idle.length = 0;
    },
  };
}
