import type { Config } from "#kernel/config.ts";
import { findFreePort } from "#kernel/http/free-port.ts";
import { startDispatcher } from "#kernel/events/dispatcher.ts";
import { startWorker } from "#kernel/jobs/worker.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { type App, createApp } from "#main/app.ts";
import { buildPagesIfNeeded } from "#main/build.ts";
import type { CliCommand, Invocation } from "#main/cli/command.ts";
import { openDoors } from "#main/doors.ts";
import { type OpenedDatabase, queueNames, startDatabase } from "#main/house.ts";
import { prepareFirstStart } from "#main/first-start.ts";
import { createWeb, listenWeb } from "#main/server.ts";

const SHUTDOWN_MS = 10_000;

/** What has to be closed at the end, last opened first. */
type Closers = (() => Promise<void>)[];

function untilStopped(database: OpenedDatabase): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
    database.lost.then(() => resolve("the database server ended"));
  });
}

async function openWeb(app: App, invocation: Invocation, closers: Closers): Promise<void> {
  const doors = await openDoors(app);
  // Links asked for in the last moment are still mailed.
  closers.push(doors.auth.settled);
  const web = await createWeb(app, doors);
  const { HOST: host, PORT: port } = app.config;
  const server = await listenWeb(web, { host, port });
  closers.push(server.close);
  invocation.print(`Cairn listens on ${server.url}`);
}

async function openWorker(app: App, closers: Closers): Promise<void> {
  const dispatcher = await startDispatcher(app, app.clock);
  closers.push(dispatcher.close);
  await startWorker(app.queue, app, app.clock);
}

/** Closes in reverse order, ten seconds at most in all. */
async function closeAll(closers: Closers): Promise<void> {
  const deadline = setTimeout(() => process.exit(1), SHUTDOWN_MS);
  for (const close of closers.toReversed()) await close();
  clearTimeout(deadline);
}

/** Port 0 means any that is free: links in mails and on screen have to name it, so it is chosen before anything starts. */
async function withPort(config: Config): Promise<Config> {
  return config.PORT === 0 && config.CAIRN_ROLE !== "worker"
    ? { ...config, PORT: await findFreePort(config.HOST) }
    : config;
}

async function open(invocation: Invocation, closers: Closers): Promise<OpenedDatabase> {
  const { log } = invocation;
  const config = await withPort(invocation.config);
  const { CAIRN_ROLE: role } = config;
  const database = await startDatabase(config, log);
  closers.push(database.close);
  if (role !== "worker") await buildPagesIfNeeded(log);
  await migrateDatabase(database.connections.owner, queueNames());
  const connection = { ...database.connections.app, max: config.CAIRN_DATABASE_POOL };
  const app = await createApp({ config, log, connection, worker: role !== "web" });
  closers.push(app.close);
  const link = await prepareFirstStart(app, { ...invocation, config });
  if (role !== "web") await openWorker(app, closers);
  if (role === "worker") invocation.print("Cairn works on jobs and events");
  if (role !== "worker") await openWeb(app, invocation, closers);
  if (link) invocation.print(`Sign in as the owner, once: ${link}`);
  return database;
}

/** `cairn start`: database, migrations, first plan, worker and web, until a signal ends it. */
export const start: CliCommand = {
  name: "start",
  usage: "[--playbook FILE] [--start DATE]",
  summary: "Starts the database, the worker and the web server.",
  options: { playbook: { type: "string" }, start: { type: "string" } },
  run: async (invocation) => {
    const closers: Closers = [];
    try {
      const database = await open(invocation, closers);
      const why = await untilStopped(database);
      invocation.log.info({ why }, "Stopping");
    } finally {
      await closeAll(closers);
    }
  },
};
