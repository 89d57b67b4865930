import type { JobResult, PgBoss } from "pg-boss";
import type { Clock } from "#kernel/clock.ts";
import type { JobContext, JobDefinition } from "#kernel/jobs/job.ts";
import { systemActor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { HEARTBEAT_SECONDS } from "#kernel/jobs/enqueue.ts";
import { execute, type Runtime } from "#kernel/operation/execute.ts";

/** Builds what a job is given. */
export function jobContext(runtime: Runtime, clock: Clock, name: string, signal: AbortSignal): JobContext {
  return {
    ...runtime.services,
    db: runtime.database.db,
    now: clock.now(),
    signal,
    call: (operation, input) =>
      execute(runtime, operation, input, {
        actor: systemActor(name),
        surface: "job",
        requestId: newId(),
        now: clock.now(),
      }),
  };
}

async function workOn(boss: PgBoss, runtime: Runtime, clock: Clock, job: JobDefinition): Promise<void> {
  await boss.work(
    job.name,
    // With notifications on, polling relaxes; a full batch must be followed at once or a backlog stalls.
    { batchSize: 4, pollingIntervalSeconds: 2, burstWhenBatchFull: true, perJobResults: true },
    async (batch) => {
      const results: JobResult[] = [];
      for (const item of batch) {
        try {
          await job.run(jobContext(runtime, clock, job.name, item.signal), job.input.parse(item.data ?? {}));
          results.push({ id: item.id, status: "completed" });
        } catch (error) {
          runtime.services.log.warn({ job: job.name, error }, "A job failed");
          const message = error instanceof Error ? error.message : String(error);
          results.push({ id: item.id, status: "failed", output: { message } });
        }
      }
      return results;
    },
  );
}

/** Starts working on every declared job and schedules the recurring ones in the company's zone. */
export async function startWorker(boss: PgBoss, runtime: Runtime, clock: Clock): Promise<void> {
  const { zone } = await runtime.services.company();
  for (const job of runtime.registry.jobs.values()) {
    await workOn(boss, runtime, clock, job);
    if (job.schedule)
      await boss.schedule(
        job.name,
        job.schedule,
        {},
        {
          tz: zone,
          retryLimit: job.retryLimit ?? 3,
          heartbeatSeconds: HEARTBEAT_SECONDS,
        },
      );
  }
  for (const schedule of await boss.getSchedules())
    if (!runtime.registry.jobs.get(schedule.name)?.schedule) await boss.unschedule(schedule.name);
}
