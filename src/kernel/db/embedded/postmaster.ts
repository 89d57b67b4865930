import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Layout } from "#kernel/db/embedded/layout.ts";
import { commandOf, isTaken } from "#kernel/db/embedded/process-table.ts";
import { WATCHDOG } from "#kernel/db/embedded/watchdog.ts";

/** A living server, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  socketDirectory: string;
  status: "starting" | "stopping" | "ready" | "unknown";
  /** Command line, which begins with the path of the binary. */
  command: string;
}

/** The server that runs on this data directory, or undefined when none does. */
export function findPostmaster(layout: Layout): Postmaster | undefined {
  const lines = readPidFile(layout);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0) return undefined;
  const command = commandOf(pid);
  if (command === undefined || !isServerOf(command, layout)) return undefined;
  return {
    pid,
    command,
    port: Number(lines[3]),
    socketDirectory: lines[4] ?? "",
    status: statusOf(lines[7]),
  };
}

/**
 * Makes a stale `postmaster.pid` name a process that has certainly ended. The server refuses to start while
 * the process named there lives, even if that number has gone to some other program since, or to nothing but
 * the zombie that a slow init has not yet reaped. The file itself stays: by the rest of it the server sees whether parts of its predecessor still hold shared memory.
 * Call only when `findPostmaster` found nothing.
 */
export function disownStalePid(layout: Layout): void {
  const lines = readPidFile(layout);
  if (!lines || !isTaken(Number(lines[0]))) return;
  const ended = spawnSync("/bin/sh", ["-c", ":"]).pid;
  writeFileSync(pidFile(layout), [String(ended), ...lines.slice(1)].join("\n"));
}

const pidFile = (layout: Layout): string => path.join(layout.data, "postmaster.pid");

function readPidFile(layout: Layout): string[] | undefined {
  try {
    return readFileSync(pidFile(layout), "utf8").split("\n");
  } catch {
    return undefined;
  }
}

function isServerOf(command: string, layout: Layout): boolean {
  return command.includes(layout.data) && !command.includes(WATCHDOG);
}

function statusOf(line: string | undefined): Postmaster["status"] {
  const word = line?.trim();
  return word === "starting" || word === "stopping" || word === "ready" ? word : "unknown";
}
