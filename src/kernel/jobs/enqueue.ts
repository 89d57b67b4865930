import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
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

/** Binds enqueueing to the process's queue. */
export const createEnqueue =
  (boss: PgBoss): Enqueue =>
  async (tx, job, data, options = {}) => {
    await boss.send(job.name, job.input.parse(data) as object, {
      db: fromDrizzle(tx, sql),
      singletonKey: options.singletonKey,
      startAfter: options.startAfter?.toString(),
      retryLimit: job.retryLimit ?? 5,
      retryBackoff: true,
      expireInSeconds: job.expireInSeconds ?? 900,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    });
  };
