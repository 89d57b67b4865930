import type { Clock } from "#kernel/clock.ts";
import { drainSubscribers } from "#kernel/events/dispatcher.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import { jobContext } from "#kernel/jobs/worker.ts";
import type { App } from "#main/app.ts";

/** A clock that moves when told: the sandbox's, or that of a test. */
interface MovableClock extends Clock {
  set(instant: Temporal.Instant): Promise<void> | void;
}

const NEVER = new AbortController().signal;

const run = (app: App, clock: Clock, job: JobDefinition, data: unknown): Promise<void> =>
  job.run(jobContext(app, clock, job.name, NEVER), job.input.parse(data));

/** Works off what is queued, here and now, so that it happens on the day that queued it. */
async function workOffQueue(app: App, clock: Clock): Promise<void> {
  for (const job of app.registry.jobs.values()) {
    const waiting = await app.queue.fetch(job.name, { batchSize: 100 });
    for (const { id, data } of waiting) {
      try {
        await run(app, clock, job, data ?? {});
        await app.queue.complete(job.name, id);
      } catch (error) {
        app.services.log.warn({ job: job.name, error }, "A job failed");
        await app.queue.fail(job.name, id, {
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
}

async function liveThrough(app: App, clock: Clock): Promise<void> {
  for (const job of app.registry.jobs.values())
    if (job.schedule)
      await run(app, clock, job, {}).catch((error: unknown) =>
        app.services.log.warn({ job: job.name, error }, "A job failed"),
      );
  // What events set going may queue work, and that work may emit events.
  for (let round = 0; round < 3; round += 1) {
    await drainSubscribers(app, clock);
    await workOffQueue(app, clock);
  }
  await drainSubscribers(app, clock);
}

/**
 * Moves a sandbox's clock on a day at a time, and on each day does what that day asks for, in order: scheduled work,
 * events, queued work. So a year passes as it would have, only faster. `tell` hears of each day.
 */
export async function advanceClock(
  app: App,
  clock: MovableClock,
  target: Temporal.Instant,
  tell: (day: Temporal.Instant) => void = () => {},
): Promise<void> {
  while (Temporal.Instant.compare(clock.now(), target) < 0) {
    const next = clock.now().add({ hours: 24 });
    const day = Temporal.Instant.compare(next, target) < 0 ? next : target;
    await clock.set(day);
    await liveThrough(app, clock);
    tell(day);
    // A clock that runs by itself has passed the target by the time the last day is lived through.
    if (day === target) return;
  }
}
