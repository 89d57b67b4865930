import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type Account, asAccount, serverEnvironment } from "#kernel/db/embedded/account.ts";
import type { Binaries } from "#kernel/db/embedded/binaries.ts";
import { cannotStart, failedWith, OWN_SERVER } from "#kernel/db/embedded/errors.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";

/** Name of the administrator of the embedded server. */
export const ADMIN = "postgres";

const MAJOR = "18";

/**
 * Makes the data directory if there is none, or checks the one there is. Made beside its place and renamed when
 * it is complete and on disk, so a kill half-way leaves nothing half-made. The caller holds the lock.
 * Errors: `database.initialise`, `database.version`, `database.owner`.
 */
export function initialise(layout: Layout, binaries: Binaries, account: Account): void {
  if (existsSync(layout.root)) {
    checkVersion(layout);
    return own(layout.root, account);
  }
  rmSync(layout.draft, { recursive: true, force: true });
  mkdirSync(layout.draft, { mode: 0o700 });
  const secret = path.join(layout.draft, path.basename(layout.secret));
  writeFileSync(secret, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  own(layout.draft, account);
  runInitdb({ data: path.join(layout.draft, path.basename(layout.data)), secret }, binaries, account);
  syncDirectory(layout.draft);
  renameSync(layout.draft, layout.root);
  syncDirectory(layout.home);
}

/** The administrator's password. Errors: `database.secret_missing`. */
export function readSecret(layout: Layout): string {
  try {
    return readFileSync(layout.secret, "utf8").trim();
  } catch (cause) {
    throw cannotStart(
      "secret_missing",
      `The database password in ${layout.secret} cannot be read. Restore that file from a backup.`,
      cause,
    );
  }
}

function runInitdb(target: { data: string; secret: string }, binaries: Binaries, account: Account): void {
  const characters = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const access = ["-D", target.data, "-U", ADMIN, "-A", "scram-sha-256", "--pwfile", target.secret];
  const locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const { file, args, ids } = asAccount(account, binaries.initdb, [
    ...access,
    ...locale,
    `--lc-ctype=${characters}`,
  ]);
  const run = spawnSync(file, args, {
    ...ids,
    env: serverEnvironment(binaries),
    cwd: path.dirname(target.data),
    encoding: "utf8",
  });
  if (run.status === 0) return;
  const reason = run.error?.message ?? run.stderr.trim();
  throw cannotStart(
    "initialise",
    `The database could not be made in ${path.dirname(target.data)}: ${reason}. See that the disk has 100 MB free and can be written, ${OWN_SERVER}.`,
  );
}

function checkVersion(layout: Layout): void {
  const file = path.join(layout.data, "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (found === MAJOR) return;
  throw cannotStart(
    "version",
    found
      ? `The database in ${layout.data} was made by PostgreSQL ${found}; this release runs ${MAJOR}. Make a backup with the release that made it, and restore it into an empty data folder.`
      : `The database in ${layout.data} is not complete. Restore a backup into an empty data folder.`,
  );
}

/** Gives everything to the account, after a copy or a restore made by somebody else. Does nothing when all is well. */
function own(root: string, account: Account): void {
  const { uid, gid } = account.owner;
  if (statSync(root).uid === uid) return;
  try {
    chownSync(root, uid, gid);
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }))
      chownSync(path.join(root, name), uid, gid);
  } catch (cause) {
    if (!failedWith(cause, "EPERM")) throw cause;
    throw cannotStart(
      "owner",
      `The database folder ${root} belongs to another account. Start as that account, or give it to this one: chown -R ${uid}:${gid} ${root}`,
      cause,
    );
  }
}

function syncDirectory(dir: string): void {
  const handle = openSync(dir, "r");
  fsyncSync(handle);
  closeSync(handle);
}
