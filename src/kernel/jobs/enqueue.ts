import { fromDrizzle, type PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import type { EnqueueOptions } from "#kernel/operation/operation.ts";

/** Enqueues in the caller's transaction: the job exists exactly when it commits. */
export type Enqueue = <S extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<S>,
  data: z.input<S>,
  options?: EnqueueOptions,
) => Promise<void>;

/** A worker that is silent for so long is dead, and its job is tried again; pg-boss reports for a living one twice as often. */
export const HEARTBEAT_SECONDS = 20;

/**
 * Whether a job of this key waits. If so it is held until the transaction ends, so that no worker takes it before what
 * the transaction wrote can be seen. (pg-boss itself heeds the key in queues of other policies alone.)
 */
async function holdWaitingJob(tx: Tx, queue: string, key: string): Promise<boolean> {
  const found = await firstRow<{ waits: boolean }>(
    tx,
    sql`SELECT kernel.hold_waiting_job(${queue}, ${key}) AS waits`,
  );
  return found?.waits ?? false;
}

/** Binds enqueueing to the process's queue. */
export const createEnqueue =
  (boss: PgBoss): Enqueue =>
  async (tx, job, data, options = {}) => {
    const { singletonKey, startAfter, waitSeconds } = options;
    if (singletonKey !== undefined && (await holdWaitingJob(tx, job.name, singletonKey))) return;
    await boss.send(job.name, job.input.parse(data) as object, {
      db: fromDrizzle(tx, sql),
      singletonKey,
      startAfter: startAfter?.toString() ?? waitSeconds,
      retryLimit: job.retryLimit ?? 5,
      retryBackoff: true,
      expireInSeconds: job.expireInSeconds ?? 900,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    });
  };
