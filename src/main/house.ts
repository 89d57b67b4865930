import { type Config, dataFolder } from "#kernel/config.ts";
import { lockDataFolder } from "#kernel/db/data-folder.ts";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { checkExternal, type Connections, externalConnections, prepareEmbedded } from "#kernel/db/prepare.ts";
import type { Logger } from "#kernel/log.ts";
import { createRegistry } from "#kernel/operation/registry.ts";
import { type App, createApp, ROOT } from "#main/app.ts";
import { modules } from "#main/modules.ts";

/** The database this process works with. */
export interface OpenedDatabase {
  connections: Connections;
  /** Process id of the embedded server, when there is one. */
  embeddedPid?: number;
  /** Resolves when the embedded server ends by itself; never for a server of the user's own. */
  lost: Promise<void>;
  /** Stops the embedded server if this process started it. */
  close(): Promise<void>;
}

const NEVER = new Promise<void>(() => {});

/**
 * Starts the database for a server process: nothing to start with DATABASE_URL, else the embedded server, held by this
 * process alone. Errors: `data_folder.in_use` names the process that has it.
 */
export async function startDatabase(config: Config, log: Logger): Promise<OpenedDatabase> {
  if (config.DATABASE_URL) {
    const connections = externalConnections(config.DATABASE_URL, config.DATABASE_MIGRATION_URL);
    await checkExternal(connections);
    return { connections, lost: NEVER, close: async () => {} };
  }
  const folder = lockDataFolder(dataFolder(config, ROOT));
  try {
    const server = await startEmbeddedPostgres({
      dataDir: folder.dir,
      log: (line) => log.debug({ postgres: line.trim() }),
    });
    return {
      connections: await prepareEmbedded(server),
      embeddedPid: server.pid,
      lost: server.ended,
      close: async () => {
        await server.stop();
        folder.release();
      },
    };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** Reaches the database for one command: beside a running server where there is one, else started for this command. */
export async function reachDatabase(config: Config, log: Logger): Promise<OpenedDatabase> {
  const running = config.DATABASE_URL ? undefined : findEmbeddedPostgres(dataFolder(config, ROOT));
  if (!running) return startDatabase(config, log);
  return {
    connections: await prepareEmbedded(running),
    embeddedPid: running.pid,
    lost: NEVER,
    close: async () => {},
  };
}

/** Names of all queues, made by the migration. */
export const queueNames = (): string[] => [...createRegistry(modules).jobs.keys()];

/** Opens the house for one command, migrated, and closes it after. */
export async function withApp<T>(
  given: { config: Config; log: Logger },
  work: (app: App, database: OpenedDatabase) => Promise<T>,
): Promise<T> {
  const database = await reachDatabase(given.config, given.log);
  try {
    await migrateDatabase(database.connections.owner, queueNames());
    const app = await createApp({ ...given, connection: { ...database.connections.app, max: 4 } });
    try {
      return await work(app, database);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
