/** What one piece of work may cost. */
export interface AsideLimits {
  timeoutMs: number;
  /** Of the process, all that it loaded among it. */
  memoryBytes: number;
  /** How many processes work at once, and how many pieces of work may wait for one; per kind of work. */
  processes: number;
  waiting: number;
  /** After so long without work a process ends. */
  idleMs: number;
}

/** Why work aside came to nothing: too slow, ended (memory, a crash), too many waiting, or a fault it reported. */
export type AsideFault = "timeout" | "ended" | "busy" | "failed";

/** Work aside that came to nothing. `message` is for the log: it may name lines of code. */
export class AsideError extends Error {
  readonly fault: AsideFault;

  constructor(fault: AsideFault, message: string) {
    super(message);
    this.name = "AsideError";
    this.fault = fault;
  }
}

/**
 * Work that is done in processes of its own, because it blocks, takes much memory, or reads what strangers wrote. They
 * start when needed, are ended when idle, over time or over memory, and end with this process however it ends.
 */
export interface Aside {
  /**
   * Has the module at `entry`, which calls `answerJobs`, do one job; job and answer pass as structured clones.
   * Errors: `AsideError`.
   */
  run<Answer>(entry: URL, job: unknown): Promise<Answer>;
  close(): Promise<void>;
}
