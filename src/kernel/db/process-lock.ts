import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** Who holds a lock, as that process wrote it down. `since` is when that process began: ISO 8601, UTC. */
export interface LockHolder {
  pid: number;
  since: string;
}

/** A lock held by this process until `release`, or until the process ends in whatever way. */
export interface HeldLock {
  held: true;
  release(): void;
}

/** The lock is somebody else's. `holder` is unknown for the instant between locking and writing it down. */
export interface BusyLock {
  held: false;
  holder: LockHolder | undefined;
}

const SQLITE_BUSY = 5;

// A handle nobody refers to is collected, and the lock goes with it; a lock is held until it is released.
const held = new Set<DatabaseSync>();

/**
 * Takes the lock kept in `file`, at once or not at all.
 *
 * The lock is the kernel's own (fcntl, which Node reaches only through SQLite), so it ends with the process
 * even after `kill -9`: there is no stale lock to recognise, and a process id used again cannot be mistaken
 * for the holder, not even where every container's first process is number 1. The file is never removed,
 * because two processes could then lock two different files of the same name.
 */
export function takeLock(file: string): HeldLock | BusyLock {
  const note = `${file}.json`;
  const handle = new DatabaseSync(file, { timeout: 0 });
  try {
    handle.exec("PRAGMA journal_mode = memory; BEGIN IMMEDIATE");
    writeHolder(note, { pid: process.pid, since: processStart() });
  } catch (error) {
    handle.close();
    if (isBusy(error)) return { held: false, holder: readHolder(note) };
    throw error;
  }
  held.add(handle);
  return { held: true, release: () => release(handle, note) };
}

function release(handle: DatabaseSync, note: string): void {
  if (!handle.isOpen) return;
  rmSync(note, { force: true });
  handle.close();
  held.delete(handle);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

function processStart(): string {
  const began = Temporal.Instant.fromEpochMilliseconds(Math.round(performance.timeOrigin));
  return began.toString({ smallestUnit: "second" });
}

function writeHolder(note: string, holder: LockHolder): void {
  const draft = `${note}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(draft, note);
}

function readHolder(note: string): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(note, "utf8"));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "since" in value &&
    typeof value.since === "string"
  );
}
