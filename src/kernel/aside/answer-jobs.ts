import { Worker } from "node:worker_threads";

/** What a side process sends for each job. */
export type Sent = { answer: unknown } | { error: string };

const send = (sent: Sent) => process.send?.(sent);

/**
 * Makes this process a side process: it answers each job with what `work` gives. Work may block, so a thread of its own
 * watches over memory and over the parent (see watchdog.ts); the parent ends the process when time is up.
 */
export function answerJobs<Job>(work: (job: Job) => unknown): void {
  const watchdog = new Worker(new URL("./watchdog.ts", import.meta.url), {
    workerData: { memoryBytes: Number(process.argv[2]), parent: process.ppid },
  });
  watchdog.unref();
  process.on("message", (job) => {
    void (async () => work(job as Job))().then(
      (answer) => send({ answer }),
      (error: unknown) => send({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on("disconnect", () => process.exit());
}
