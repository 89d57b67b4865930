import type { Clock } from "#kernel/clock.ts";
import { type Listener, listen } from "#kernel/db/listen.ts";
import { dispatchBatch } from "#kernel/events/dispatch.ts";
import { EVENT_CHANNEL } from "#kernel/events/record.ts";
import type { Runtime } from "#kernel/operation/execute.ts";

const POLL_MS = 2000;

/** The running delivery of facts to subscribers. */
export interface Dispatcher {
  /** Waits until every subscriber has seen everything committed so far. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Passes over all subscribers once, until none has anything left. */
export async function drainSubscribers(runtime: Runtime, clock: Clock, signal?: AbortSignal): Promise<void> {
  for (const subscriber of runtime.registry.subscribers) {
    for (let passed = 1; passed > 0; )
      passed = signal?.aborted ? 0 : await dispatchBatch(runtime, subscriber, clock.now());
  }
}

/** Delivers facts as they come: woken by NOTIFY, and every two seconds for what a notification missed. */
export async function startDispatcher(runtime: Runtime, clock: Clock): Promise<Dispatcher> {
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      await drainSubscribers(runtime, clock, stop.signal).catch((error: unknown) => {
        if (!stop.signal.aborted) runtime.services.log.error({ error }, "Events could not be delivered");
      });
    } while (again && !stop.signal.aborted);
    running = undefined;
  };
  const wake = (): Promise<void> => {
    again = true;
    running ??= run();
    return running;
  };

  const listener: Listener = await listen(
    runtime.database.connection,
    EVENT_CHANNEL,
    () => void wake(),
    runtime.services.log,
  );
  const poll = setInterval(() => void wake(), POLL_MS);
  return {
    drain: wake,
    close: async () => {
      stop.abort();
      clearInterval(poll);
      await listener.close();
      await running;
    },
  };
}
