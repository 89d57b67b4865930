import type { PgBoss } from "pg-boss";
import { type Actor, systemActor } from "#kernel/actor.ts";
import { loadSecret } from "#kernel/auth/secret.ts";
import { createCache } from "#kernel/cache/cache.ts";
import { createKeepUntilEvent } from "#kernel/cache/until-event.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { companySettingsSchema } from "#kernel/company.ts";
import { type Config, dataFolder } from "#kernel/config.ts";
import { type Connection, type Database, openDatabase } from "#kernel/db/database.ts";
import { openFileStore } from "#kernel/files/open.ts";
import { newId } from "#kernel/ids.ts";
import { createEnqueue } from "#kernel/jobs/enqueue.ts";
import { openQueue } from "#kernel/jobs/queue.ts";
import type { Logger } from "#kernel/log.ts";
import { createMailer } from "#kernel/mail/queue-mail.ts";
import type { Module } from "#kernel/module.ts";
import { type CallOptions, execute, type Runtime } from "#kernel/operation/execute.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { createPdfRenderer } from "#kernel/pdf/render-typst.ts";
import { createRegistry } from "#kernel/operation/registry.ts";
import { openSandboxClock, type SandboxClock } from "#kernel/sandbox-clock.ts";
import { createSealer } from "#kernel/sealer.ts";
import { readSetting, settingCacheKey } from "#kernel/settings.ts";
import { modules } from "#main/modules.ts";

/** The project's own folder. */
export const ROOT = new URL("../..", import.meta.url).pathname;

/** The running house without its doors: database, registry, queue, clock. */
export interface App extends Runtime {
  config: Config;
  clock: Clock;
  queue: PgBoss;
  /** Calls an operation; `now` is the app's clock unless given. */
  call(name: string, input: unknown, options?: Partial<CallOptions>): Promise<unknown>;
  close(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  /** Where to work, as the application's role. */
  connection: Connection;
  log: Logger;
  clock?: Clock;
  /** True where jobs are worked on. */
  worker?: boolean;
  modules?: readonly Module[];
}

const SYSTEM: Actor = systemActor("cairn");

async function openClock(options: AppOptions, database: Database): Promise<Clock & Partial<SandboxClock>> {
  if (options.clock) return options.clock;
  return options.config.CAIRN_SANDBOX ? openSandboxClock(database, options.log) : systemClock;
}

/** Puts the house together over a migrated database. Starts nothing that runs by itself. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const database = openDatabase(options.connection);
  // Settings are asked for in the middle of transactions. With connections of the one pool, as many commands as it has
  // would each hold one and wait for another, for ever.
  const settings = openDatabase({ ...options.connection, max: 1 });
  const registry = createRegistry(options.modules ?? modules);
  const clock = await openClock(options, database);
  const queue = await openQueue(options.connection, { worker: options.worker ?? false, log });
  const enqueue = createEnqueue(queue);
  const cache = createCache(options.connection, log);
  const aside = openAside();
  const runtime: Runtime = {
    registry,
    database,
    enqueue,
    services: {
      config,
      log,
      files: openFileStore(config, dataFolder(config, ROOT)),
      mail: createMailer({ config, clock, enqueue }),
      aside,
      sealer: createSealer(() => loadSecret(config, dataFolder(config, ROOT))),
      pdf: createPdfRenderer({ aside, log }),
      cache,
      keepUntilEvent: createKeepUntilEvent(),
      metrics: registry.metrics,
      evidence: registry.evidence,
      company: () =>
        cache.get(settingCacheKey("company"), () =>
          readSetting(settings.db, "company", companySettingsSchema),
        ),
      runtime: () => runtime,
    },
  };
  return {
    ...runtime,
    config,
    clock,
    queue,
    call: (name, input, given) =>
      execute(runtime, name, input, {
        actor: SYSTEM,
        surface: "cli",
        requestId: newId(),
        now: clock.now(),
        ...given,
      }),
    close: async () => {
      await queue.stop({ graceful: true, timeout: 8000 });
      await aside.close();
      await cache.close();
      await clock.close?.();
      await settings.close();
      await database.close();
    },
  };
}
