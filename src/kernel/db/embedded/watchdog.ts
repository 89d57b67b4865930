import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { type Account, asAccount, serverEnvironment } from "#kernel/db/embedded/account.ts";
import type { Binaries } from "#kernel/db/embedded/binaries.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";
import { commandOf } from "#kernel/db/embedded/process-table.ts";

/** The name by which a watchdog is known in the process table. */
export const WATCHDOG = "cairn-watchdog";

// Descriptor 3 is a pipe whose other end this process holds. Nothing is ever written to it: `read` returns when
// the kernel closes it, which it does however this process ends. SIGINT is the server's fast, clean shutdown.
const START = `
[ -n "$1" ] && export "$1"; shift
"$@" 3<&- & server=$!
trap 'kill -INT $server' TERM INT
( read -r _ <&3; kill -INT $server ) 2>/dev/null & watcher=$!
while :; do wait $server; status=$?; kill -0 $server 2>/dev/null || break; done
kill $watcher 2>/dev/null
exit $status`;

// The adopted server is nobody's child here, so its end is seen by looking; the pid file guards a reused number.
const ADOPT = `
( read -r _ <&3; [ "$(head -n 1 "$2")" = "$1" ] && kill -INT "$1" ) 2>/dev/null & watcher=$!
while kill -0 "$1" 2>/dev/null; do sleep 1; done
kill $watcher 2>/dev/null`;

/** A watchdog at work: stops the server when this process ends in whatever way. */
export interface Watchdog {
  /** Resolves when the server has ended. */
  ended: Promise<void>;
  /** What the server printed; undefined for an adopted one, whose output belongs to nobody. */
  output: Readable | undefined;
}

export interface WatchdogOptions {
  layout: Layout;
  binaries: Binaries;
  account: Account;
}

/** Starts the server under a watchdog. */
export function startWatched(options: WatchdogOptions, serverArguments: string[]): Watchdog {
  const { binaries } = options;
  const child = launch(options, [
    START,
    WATCHDOG,
    binaries.libraryPath,
    binaries.postgres,
    ...serverArguments,
  ]);
  return watch(options, child);
}

/** Puts a watchdog over a server that has lost its own. */
export function watchAdopted(options: WatchdogOptions, pid: number): Watchdog {
  return watch(
    options,
    launch(options, [ADOPT, WATCHDOG, String(pid), `${options.layout.data}/postmaster.pid`]),
  );
}

/** True while a watchdog of this data folder lives, so that its server is about to stop. */
export function hasWatchdog(layout: Layout): boolean {
  try {
    return commandOf(Number(readFileSync(layout.watchdog, "utf8")))?.includes(WATCHDOG) ?? false;
  } catch {
    return false;
  }
}

function launch({ layout, binaries, account }: WatchdogOptions, args: string[]): ChildProcess {
  const { file, args: rest, ids } = asAccount(account, "/bin/sh", ["-c", ...args]);
  return spawn(file, rest, {
    ...ids,
    env: serverEnvironment(binaries),
    cwd: layout.root,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    // A session of its own: Ctrl-C in the terminal reaches this process, which then stops the server in order.
    detached: true,
  });
}

function watch({ layout }: WatchdogOptions, child: ChildProcess): Watchdog {
  writeFileSync(layout.watchdog, `${child.pid}\n`);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  // The server must not keep this process alive; when the process ends, the watchdog sees to it.
  child.unref();
  for (const pipe of child.stdio)
    if (pipe && "unref" in pipe && typeof pipe.unref === "function") pipe.unref();
  return { ended, output: child.stderr ?? undefined };
}
