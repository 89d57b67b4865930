import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { JobQueue, JobState, JobSummary, Paging, pageOf } from "#modules/platform/contract.ts";
import { isoInstant, toPage } from "#modules/platform/paging.ts";

interface CountRow {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  completed: number;
  last: string | null;
}

interface JobRow {
  id: string;
  name: string;
  state: z.output<typeof JobState>;
  data: unknown;
  error: string | null;
  retry_count: number;
  created_on: string;
  start_after: string;
  completed_on: string | null;
}

async function queuesOf(db: Db, jobs: ReadonlyMap<string, JobDefinition>) {
  const counted = await rows<CountRow>(
    db,
    sql`SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry')) AS waiting,
               count(*) FILTER (WHERE state = 'active') AS active,
               count(*) FILTER (WHERE state = 'failed') AS failed,
               count(*) FILTER (WHERE state = 'completed') AS completed,
               max(completed_on) FILTER (WHERE state = 'completed') AS last
        FROM pgboss.job GROUP BY name`,
  );
  const byName = new Map(counted.map((row) => [row.name, row]));
  return [...jobs.values()].map(({ name, title, schedule }) => {
    const { waiting = 0, active = 0, failed = 0, completed = 0, last = null } = byName.get(name) ?? {};
    const lastCompletedAt = last && isoInstant(last);
    return { name, title, schedule: schedule ?? null, waiting, active, failed, completed, lastCompletedAt };
  });
}

/** Background work: every queue with its counts, and the newest jobs in a state (failed unless said). */
export const listJobs = defineQuery({
  name: "platform.list_jobs",
  title: "See background work",
  http: "GET /jobs",
  access: "platform:manage",
  input: Paging.extend({ state: JobState.default("failed"), queue: z.string().max(100).optional() }),
  output: z.object({ queues: z.array(JobQueue), jobs: pageOf(JobSummary) }),
  run: async ({ db, runtime, input: { state, queue, limit, cursor } }) => {
    const { jobs } = runtime().registry;
    const found = await rows<JobRow>(
      db,
      sql`SELECT id, name, state, data, output->>'message' AS error, retry_count, created_on, start_after, completed_on
          FROM pgboss.job
          WHERE state = ${state}::pgboss.job_state AND ${queue ? sql`name = ${queue}` : sql`true`}
            AND name = ANY(${sql.param([...jobs.keys()])}::text[])
            AND ${cursor ? sql`(created_on, id) < (SELECT created_on, id FROM pgboss.job WHERE id = ${cursor})` : sql`true`}
          ORDER BY created_on DESC, id DESC LIMIT ${limit + 1}`,
    );
    const page = toPage(found, limit, ({ id }) => id);
    const items = page.items.map((row) => ({
      jobId: row.id,
      name: row.name,
      title: jobs.get(row.name)?.title ?? row.name,
      state: row.state,
      data: row.data,
      error: row.error,
      attempts: row.retry_count + (row.state === "created" ? 0 : 1),
      createdAt: isoInstant(row.created_on),
      startAfter: isoInstant(row.start_after),
      completedAt: row.completed_on && isoInstant(row.completed_on),
    }));
    return { queues: await queuesOf(db, jobs), jobs: { items, nextCursor: page.nextCursor } };
  },
});
