import { describeHolder, holdLock, makeDataFolder } from "#kernel/db/data-folder.ts";
import { chooseAccount } from "#kernel/db/embedded/account.ts";
import { locateBinaries } from "#kernel/db/embedded/binaries.ts";
import { cannotStart } from "#kernel/db/embedded/errors.ts";
import { ADMIN, initialise, readSecret } from "#kernel/db/embedded/initialise.ts";
import { type Layout, layoutOf } from "#kernel/db/embedded/layout.ts";
import { settleOrphan } from "#kernel/db/embedded/orphan.ts";
import { disownStalePid, type Postmaster } from "#kernel/db/embedded/postmaster.ts";
import { type FailedStart, stopServer, untilReady } from "#kernel/db/embedded/server.ts";
import { type ServerSettings, settingArguments } from "#kernel/db/embedded/settings.ts";
import {
  clearSocketDirectory,
  makeSocketDirectory,
  PORT,
  removeSocketDirectory,
} from "#kernel/db/embedded/socket-directory.ts";
import { poll } from "#kernel/db/embedded/wait.ts";
import {
  startWatched,
  type Watchdog,
  type WatchdogOptions,
  watchAdopted,
} from "#kernel/db/embedded/watchdog.ts";
import { refuse } from "#kernel/errors.ts";

/** How to reach an embedded server: `host` is the directory of its socket; it listens on no network. */
export interface EmbeddedConnection {
  host: string;
  port: number;
  adminUser: string;
  adminPassword: string;
  pid: number;
}

/** A server this process is responsible for. */
export interface EmbeddedServer extends EmbeddedConnection {
  /** True when it was left running by a process that ended without stopping it. */
  adopted: boolean;
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Stops it (clean, 12 s at most) and gives the data folder back. Calling it again waits for the same stop. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Gets each line the server prints. An adopted server's lines are lost. */
  log?: (line: string) => void;
  /** Server settings over the defaults. Ignored for an adopted server. */
  settings?: ServerSettings;
  /** Folder with `bin`, `lib` and `share`, instead of the installed npm package. */
  native?: string;
}

const RETRY_MS = 30_000;

/**
 * Starts PostgreSQL 18 on the data folder, makes the database first if there is none, or adopts a server that
 * an earlier process left behind. When this process ends in whatever way, the server stops.
 * Errors: `database.in_use` when a living process has it; `database.*` and `data_folder.unusable` name the cure.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const layout = layoutOf(makeDataFolder(options.dataDir));
  const lock = holdLock(layout.lock);
  if (!lock.held) {
    throw refuse(
      "conflict",
      "database.in_use",
      `The database in ${layout.home} is in use by ${describeHolder(lock.holder)}.`,
      { data: { ...lock.holder } },
    );
  }
  try {
    const running = await startLocked(options, layout);
    return serverOf(running, layout, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Running {
  postmaster: Postmaster;
  watchdog: Watchdog;
  adopted: boolean;
}

async function startLocked(options: EmbeddedOptions, layout: Layout): Promise<Running> {
  const binaries = locateBinaries({ libraries: layout.libraries, native: options.native });
  const account = chooseAccount(binaries, layout);
  const watch: WatchdogOptions = { layout, binaries, account };
  const orphan = await settleOrphan(layout, binaries);
  if (orphan) return { postmaster: orphan, watchdog: watchAdopted(watch, orphan.pid), adopted: true };
  initialise(layout, binaries, account);
  const socketDirectory = makeSocketDirectory(layout, account);
  const args = [
    "-D",
    layout.data,
    "-p",
    String(PORT),
    ...settingArguments(options.settings ?? {}, socketDirectory),
  ];
  let last: FailedStart | undefined;
  const running = await poll(
    async () => {
      disownStalePid(layout);
      clearSocketDirectory(socketDirectory);
      const watchdog = startWatched(watch, args);
      const outcome = await untilReady(layout, watchdog, options.log ?? (() => {}));
      if ("pid" in outcome) return { postmaster: outcome, watchdog, adopted: false };
      last = outcome;
      if (!outcome.passing) throw failed(outcome, layout);
      return undefined;
    },
    { withinMs: RETRY_MS, everyMs: 50 },
  );
  if (!running) throw failed(last, layout);
  return running;
}

function serverOf(
  { postmaster, watchdog, adopted }: Running,
  layout: Layout,
  release: () => void,
): EmbeddedServer {
  let stopping: Promise<void> | undefined;
  return {
    ...connectionOf(postmaster, layout),
    adopted,
    ended: watchdog.ended,
    stop: () => (stopping ??= stop(postmaster, layout).finally(release)),
  };
}

async function stop(postmaster: Postmaster, layout: Layout): Promise<void> {
  await stopServer(layout, postmaster.pid);
  removeSocketDirectory(postmaster.socketDirectory, layout);
}

/** The connection of a running server. */
export const connectionOf = (postmaster: Postmaster, layout: Layout): EmbeddedConnection => ({
  host: postmaster.socketDirectory,
  port: postmaster.port,
  adminUser: ADMIN,
  adminPassword: readSecret(layout),
  pid: postmaster.pid,
});

const failed = (last: FailedStart | undefined, layout: Layout) =>
  cannotStart(
    "start",
    `The database server in ${layout.root} ended at once: ${last?.reason || "it gave no reason"}. See that the disk has room and can be written.`,
  );
