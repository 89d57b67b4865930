import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import type { Services } from "#kernel/services.ts";

/** What background work is given. It changes data by calling commands. */
export interface JobContext extends Services {
  db: Db;
  now: Temporal.Instant;
  /** Runs an operation as the house itself. */
  call(operation: string, input: unknown): Promise<unknown>;
  /** Aborted when the process shuts down; long work should stop at its next safe point. */
  signal: AbortSignal;
}

/** Background work; safe to run twice. */
export interface JobDefinition<S extends z.ZodType = z.ZodType> {
  /** `module.verb_noun`; names the queue. */
  name: string;
  title: string;
  input: S;
  /** Cron in the company's zone; scheduled once however many workers run. The data is `{}`. */
  schedule?: string;
  retryLimit?: number;
  /** Seconds after which a running job counts as dead and is tried again. */
  expireInSeconds?: number;
  run(context: JobContext, data: z.output<S>): Promise<void>;
}

/** Declares background work. */
export const defineJob = <S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> => definition;
