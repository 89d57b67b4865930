import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The command line of a living process, or undefined when there is none (a zombie counts as none). */
export function commandOf(pid: number): string | undefined {
  if (!isTaken(pid)) return undefined;
  return process.platform === "linux" ? commandFromProc(pid) : commandFromPs(pid);
}

/** True while the process runs; false once it has ended, reaped by its parent or not. */
export const isRunning = (pid: number): boolean => commandOf(pid) !== undefined;

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, "ESRCH")) throw error;
  }
}

/** True when the number stands for a process or for a zombie, which the server takes for a living one. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function commandFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may itself hold brackets and spaces, hence the last one.
    if (stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z")) return undefined;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return undefined;
  }
}

function commandFromPs(pid: number): string | undefined {
  const ps = spawnSync("ps", ["-ww", "-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
  const line = ps.stdout?.trim();
  if (ps.status !== 0 || !line || line.startsWith("Z")) return undefined;
  return line.replace(/^\S+\s+/, "");
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
