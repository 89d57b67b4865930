import { PgBoss } from "pg-boss";
import { type Connection, clientOptions } from "#kernel/db/database.ts";
import type { Logger } from "#kernel/log.ts";

/**
 * Opens pg-boss for this process. A web process only enqueues; a worker also runs schedules and upkeep.
 * Tables and queues are made by the migration, as their owner.
 */
export async function openQueue(
  connection: Connection,
  options: { worker: boolean; log: Logger },
): Promise<PgBoss> {
  const boss = new PgBoss({
    ...clientOptions({ ...connection, applicationName: "cairn-jobs" }),
    max: options.worker ? 4 : 2,
    migrate: false,
    supervise: options.worker,
    schedule: options.worker,
    useListenNotify: options.worker,
    // How often silent workers are looked for; see HEARTBEAT_SECONDS.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 5,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on("error", (error) => options.log.warn({ error: error.message }, "Job queue"));
  await boss.start();
  return boss;
}
