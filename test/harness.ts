import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Actor, STAFF_ROLES, type StaffRole } from "#kernel/actor.ts";
import { type SettableClock, settableClock } from "#kernel/clock.ts";
import { readConfig } from "#kernel/config.ts";
import { drainSubscribers } from "#kernel/events/dispatcher.ts";
import { newId } from "#kernel/ids.ts";
import { jobContext } from "#kernel/jobs/worker.ts";
import { createLogger } from "#kernel/log.ts";
import type { Module } from "#kernel/module.ts";
import { type App, createApp } from "#main/app.ts";
import type { Operations } from "#main/modules.ts";
import { cloneDatabase } from "#test/database.ts";

export interface TestApp {
  app: App;
  clock: SettableClock;
  folder: string;
  /** Calls as a person of a role (owner unless said), typed by the operation's name. */
  call<N extends keyof Operations>(
    name: N,
    input: Operations[N]["input"],
    as?: StaffRole | Actor,
  ): Promise<Operations[N]["output"]>;
  person(role: StaffRole): Actor;
  /** Delivers all events to all subscribers. */
  drain(): Promise<void>;
  /** Runs a job once, now, in this process. */
  runJob(name: string, data?: unknown): Promise<void>;
  close(): Promise<void>;
}

/** The instant tests begin at unless they say otherwise: a Monday morning. */
export const START = "2027-01-04T09:00:00Z";

/** A whole house on a database of its own, with a clock that stands still. Call `close` in `after`. */
export async function openTestApp(
  options: { start?: string; modules?: readonly Module[]; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-test-data-"));
  const database = await cloneDatabase();
  const clock = settableClock(Temporal.Instant.from(options.start ?? START));
  const config = readConfig({
    CAIRN_DATA: folder,
    CAIRN_SECRET: "a secret only for tests, long enough",
    ...options.env,
  });
  const app = await createApp({
    config,
    connection: { ...database.app, max: 12 },
    log: createLogger(process.env.TEST_LOG ?? "silent"),
    clock,
    modules: options.modules,
  });
  const people = new Map(STAFF_ROLES.map((role) => [role, newId()]));
  const person = (role: StaffRole): Actor => ({
    kind: "person",
    personId: people.get(role) ?? newId(),
    role,
  });
  return {
    app,
    clock,
    folder,
    person,
    // The registry checked the output against the very schema the type comes from.
    call: (name, input, as = "owner") =>
      app.call(name, input, { actor: typeof as === "string" ? person(as) : as, surface: "page" }) as never,
    drain: () => drainSubscribers(app, clock),
    runJob: async (name, data = {}) => {
      const job = app.registry.jobs.get(name);
      if (!job) throw new Error(`There is no job ${name}`);
      await job.run(jobContext(app, clock, name, new AbortController().signal), job.input.parse(data));
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
