import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { cannotStart } from "#kernel/db/embedded/errors.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";
import { findPostmaster, type Postmaster } from "#kernel/db/embedded/postmaster.ts";
import { isRunning, signal } from "#kernel/db/embedded/process-table.ts";
import { poll } from "#kernel/db/embedded/wait.ts";
import type { Watchdog } from "#kernel/db/embedded/watchdog.ts";

// Crash recovery reads at most max_wal_size of log; a slow disk needs its time for that.
const START_MS = 180_000;
const FAST_STOP_MS = 7000;
const IMMEDIATE_STOP_MS = 5000;

/** A server that did not come up; `passing` when trying again is likely to help. */
export interface FailedStart {
  passing: boolean;
  reason: string;
}

/** Waits until the server takes connections, or has ended. */
export async function untilReady(
  layout: Layout,
  watchdog: Watchdog,
  log: (line: string) => void,
): Promise<Postmaster | FailedStart> {
  const said = follow(watchdog.output, log);
  let over = false;
  void watchdog.ended.then(() => {
    over = true;
  });
  const ready = await poll(
    () => {
      if (over) return failure(said);
      const found = findPostmaster(layout);
      return found?.status === "ready" ? found : undefined;
    },
    { withinMs: START_MS, everyMs: 10 },
  );
  if (ready) return ready;
  throw cannotStart(
    "start_slow",
    `The database server did not become ready in ${START_MS / 1000} seconds. Start again: recovery goes on where it was. ${said.join(" ")}`,
  );
}

/**
 * Stops the server: clean first (a checkpoint, then the end), at once if that takes longer than 7 s; what was
 * acknowledged is on disk either way. Errors: `database.stop` when it does not end at all.
 */
export async function stopServer(layout: Layout, pid: number): Promise<void> {
  if (await ends(layout, pid, { by: "SIGINT", withinMs: FAST_STOP_MS })) return;
  if (await ends(layout, pid, { by: "SIGQUIT", withinMs: IMMEDIATE_STOP_MS })) return;
  throw cannotStart(
    "stop",
    `The database server (process ${pid}) does not stop. Its data is safe; end it with: kill -QUIT ${pid}`,
  );
}

async function ends(
  layout: Layout,
  pid: number,
  how: { by: NodeJS.Signals; withinMs: number },
): Promise<boolean> {
  // Asked anew each time: after a crash the number may have gone to some other program.
  if (findPostmaster(layout)?.pid !== pid) return true;
  signal(pid, how.by);
  return (await poll(() => (isRunning(pid) ? undefined : true), { withinMs: how.withinMs })) ?? false;
}

/** Passes the server's lines on and keeps the last few for an error. */
function follow(output: Readable | undefined, log: (line: string) => void): string[] {
  const last: string[] = [];
  if (!output) return last;
  createInterface({ input: output }).on("line", (line) => {
    last.push(line);
    if (last.length > 8) last.shift();
    log(line);
  });
  return last;
}

function failure(said: string[]): FailedStart {
  const reason = said.join(" ");
  // A server killed a moment ago may still hold memory or its pid file until its last process is gone.
  return {
    reason,
    passing: /pre-existing shared memory|postmaster\.pid|\.lock" already exists/.test(reason),
  };
}
