import { mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type LockHolder, takeLock } from "#kernel/db/process-lock.ts";
import { AppError } from "#kernel/errors.ts";

/** The data folder, held by this process. */
export interface DataFolder {
  /** Absolute path with links resolved. */
  dir: string;
  /** Gives the folder back. Not needed after a crash: the lock ends with the process. */
  release(): void;
}

/**
 * Makes the data folder if it is missing (mode 0700) and holds it for this process alone.
 * Errors: `data_folder.in_use` names the process that holds it and since when;
 * `data_folder.unusable` when it cannot be made, written or locked.
 */
export function lockDataFolder(dir: string): DataFolder {
  const home = makeDataFolder(dir);
  const lock = holdLock(path.join(home, "lock"));
  if (!lock.held) {
    throw new AppError(
      "conflict",
      "data_folder.in_use",
      `The data folder ${home} is in use by ${describeHolder(lock.holder)}. Stop it first, or set CAIRN_DATA to another folder.`,
      {
        data: { dir: home, pid: lock.holder?.pid ?? null, since: lock.holder?.since ?? null },
      },
    );
  }
  return { dir: home, release: lock.release };
}

/** Makes the folder if it is missing and gives its real, absolute path. Errors: `data_folder.unusable`. */
export function makeDataFolder(dir: string): string {
  try {
    makeFolders(path.resolve(dir));
    return realpathSync(dir);
  } catch (cause) {
    throw unusable(path.resolve(dir), cause);
  }
}

// One by one: Node's own recursive way tries for ever below /proc, which says of a folder that it has no parent.
function makeFolders(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolders(path.dirname(dir));
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    // Somebody else made it a moment ago.
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** "process 4711, running since 2027-01-04T08:00:00Z", or what is known of it. */
export function describeHolder(holder: LockHolder | undefined): string {
  return holder ? `process ${holder.pid}, running since ${holder.since}` : "another process";
}

/** `takeLock` with an error a person can act on. Errors: `data_folder.unusable`. */
export function holdLock(file: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(file);
  } catch (cause) {
    throw unusable(path.dirname(file), cause);
  }
}

function unusable(dir: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new AppError(
    "unavailable",
    "data_folder.unusable",
    `The data folder ${dir} cannot be used: ${reason}. Give this account the right to write there, or set CAIRN_DATA to a folder it owns.`,
  );
  error.cause = cause;
  return error;
}
