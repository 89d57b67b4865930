import { workerData } from "node:worker_threads";

const { memoryBytes, parent } = workerData as { memoryBytes: number; parent: number };

// Asked often, because a runaway document takes hundreds of megabytes a second.
const LOOK_MS = 20;

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > memoryBytes)
    process.kill(process.pid, "SIGKILL");
}, LOOK_MS);
