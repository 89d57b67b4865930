import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Account } from "#kernel/db/embedded/account.ts";
import { cannotStart, failedWith } from "#kernel/db/embedded/errors.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";

/** One port number for all: each server has a socket directory to itself. */
export const PORT = 5432;

// sun_path holds 108 bytes on Linux and 104 on macOS, with the closing zero and "/.s.PGSQL.5432".
const LONGEST = 103 - Buffer.byteLength(`/.s.PGSQL.${PORT}`);

/**
 * Makes the directory of the socket: private to the account, and always the same for the same data folder.
 * A folder too deep for a socket gets a short one in the temporary folder, named after the data folder.
 * Errors: `database.socket_directory`.
 */
export function makeSocketDirectory(layout: Layout, account: Account): string {
  const dir = socketDirectoryOf(layout);
  try {
    mkdirSync(dir, { mode: 0o700 });
    if (account.ids) chownSync(dir, account.ids.uid, account.ids.gid);
  } catch (cause) {
    if (!failedWith(cause, "EEXIST")) throw unusable(dir, cause);
    takeOver(dir, account);
  }
  return dir;
}

/** Removes what a killed server left; its process id may belong to another process by now. */
export function clearSocketDirectory(dir: string): void {
  for (const name of readdirSync(dir)) if (name.startsWith(".s.PGSQL.")) rmSync(path.join(dir, name));
}

/** Removes a socket directory that stands in the temporary folder, once its server has ended. */
export function removeSocketDirectory(dir: string, layout: Layout): void {
  if (dir !== layout.run) rmSync(dir, { recursive: true, force: true });
}

function socketDirectoryOf(layout: Layout): string {
  if (isUsable(layout.run)) return layout.run;
  const name = `cairn-${createHash("sha256").update(layout.home).digest("hex").slice(0, 16)}`;
  const short = [tmpdir(), "/tmp"].map((base) => path.join(base, name)).find(isUsable);
  if (!short) throw unusable(tmpdir(), "its path is too long");
  return short;
}

// The list of directories is split at commas and quotes; a newline would break postmaster.pid.
const isUsable = (dir: string): boolean => Buffer.byteLength(dir) <= LONGEST && !/["\n]/.test(dir);

/** The temporary folder is everybody's: somebody else may have put a directory or a link of this name there. */
function takeOver(dir: string, account: Account): void {
  const found = lstatSync(dir);
  const mine = [account.owner.uid, process.getuid?.()].includes(found.uid);
  if (!found.isDirectory() || !mine) throw unusable(dir, "it belongs to another account");
  if (account.ids) chownSync(dir, account.ids.uid, account.ids.gid);
  chmodSync(dir, 0o700);
}

function unusable(dir: string, cause: unknown) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return cannotStart(
    "socket_directory",
    `The folder for the database socket, ${dir}, cannot be used: ${reason}. Remove it, or set CAIRN_DATA to a folder with a shorter path.`,
    cause,
  );
}
