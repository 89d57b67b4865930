import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import type { Binaries } from "#kernel/db/embedded/binaries.ts";
import { cannotStart, OWN_SERVER } from "#kernel/db/embedded/errors.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";

/** What the server runs as. PostgreSQL refuses root, and initdb refuses an account without a name. */
export interface Account {
  /** Set only when this process is root and gives its rights away. */
  ids: { uid: number; gid: number } | undefined;
  /** Command to put in front, or none. */
  prefix: string[];
  /** Who owns the server's files on disk. */
  owner: { uid: number; gid: number };
}

// A namespace of its own in which the same account is called "nobody": file rights stay, only the number changes.
const RENAMED = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"];
const UNPRIVILEGED = ["postgres", "nobody"];

/**
 * Chooses the account: this one if it is an ordinary account. For root: whoever the data belong to already (so
 * that a start with sudo takes nothing away from its user), otherwise `postgres`, `nobody`, or root itself under
 * another number, whichever can run the binaries and reach the data folder.
 * Errors: `database.account`, `database.binaries_unusable`.
 */
export function chooseAccount(binaries: Binaries, { home, root }: Layout): Account {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const plain: Account = { ids: undefined, prefix: [], owner: own };
  const renamed: Account = { ids: undefined, prefix: RENAMED, owner: own };
  if (own.uid !== 0 && hasName()) {
    const failure = whyNot(plain, binaries, home);
    if (failure) throw unusable(failure);
    return plain;
  }
  const names = [ownerOf(root) ?? ownerOf(home), ...UNPRIVILEGED].filter((name) => name !== undefined);
  const given = own.uid === 0 ? names.flatMap((name) => accountNamed(name)) : [];
  const usable =
    given.find((account) => canUse(account, binaries, home)) ??
    (whyNot(renamed, binaries, home) ? undefined : renamed);
  if (!usable) throw noAccount(own.uid, home);
  return usable;
}

/** Arguments for `spawn` that run a command as the account. */
export function asAccount(
  account: Account,
  command: string,
  args: string[],
): { file: string; args: string[]; ids: { uid?: number; gid?: number } } {
  const [file = command, ...rest] = [...account.prefix, command, ...args];
  return { file, args: rest, ids: account.ids ?? {} };
}

/** The environment of the server and of initdb: no setting of ours leaks in, no locale of the machine. */
export function serverEnvironment(binaries: Binaries): NodeJS.ProcessEnv {
  const [, name, value] = /^(\w+)=(.+)$/s.exec(binaries.libraryPath) ?? [];
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC", ...(name && value ? { [name]: value } : {}) };
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/** Number of the ordinary account that owns a folder. */
function ownerOf(dir: string): string | undefined {
  const uid = statSync(dir, { throwIfNoEntry: false })?.uid;
  return uid ? String(uid) : undefined;
}

function accountNamed(name: string): Account[] {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  });
  if (uid === undefined || gid === undefined) return [];
  return [{ ids: { uid, gid }, prefix: [], owner: { uid, gid } }];
}

/** Opens `home` to the account's group for passing through only, and only if that is what is missing. */
function canUse(account: Account, binaries: Binaries, home: string): boolean {
  if (!whyNot(account, binaries, home)) return true;
  chownSync(home, statSync(home).uid, account.owner.gid);
  chmodSync(home, 0o710);
  return !whyNot(account, binaries, home);
}

function whyNot(account: Account, binaries: Binaries, home: string): string | undefined {
  const { file, args, ids } = asAccount(account, "/bin/sh", [
    "-c",
    'cd "$2" && "$1" --version',
    "sh",
    binaries.postgres,
    home,
  ]);
  const trial = spawnSync(file, args, {
    ...ids,
    env: serverEnvironment(binaries),
    cwd: "/",
    encoding: "utf8",
  });
  return trial.status === 0 ? undefined : reasonOf(trial);
}

function reasonOf(trial: SpawnSyncReturns<string>): string {
  return trial.error?.message ?? (trial.stderr.trim() || `ended with status ${trial.status}`);
}

function unusable(reason: string) {
  const cure = hasGlibc()
    ? `Run npm install again, ${OWN_SERVER}`
    : `It needs glibc 2.27 or newer, which Alpine Linux and other musl systems lack: use a Debian-based image, ${OWN_SERVER}`;
  return cannotStart("binaries_unusable", `The database server cannot run here (${reason}). ${cure}.`);
}

function hasGlibc(): boolean {
  if (process.platform !== "linux") return true;
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
}

function noAccount(uid: number, home: string) {
  if (!hasGlibc()) return unusable("it does not start");
  const why =
    uid === 0
      ? "PostgreSQL does not run as root, and no other account can reach it"
      : `PostgreSQL does not run as account ${uid}, which has no name on this system`;
  const cure =
    uid === 0
      ? `Put the checkout and the data folder (${home}) where the account "postgres" or "nobody" can read them, or start as an ordinary user`
      : "Add the account to /etc/passwd, or start as an account that is there";
  return cannotStart("account", `The database server cannot start: ${why}. ${cure}, ${OWN_SERVER}.`);
}
