import { Gauge, type Registry } from "prom-client";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

interface House {
  database: Database;
  clock: Clock;
}

/** A gauge that is read from the database whenever it is asked for, with the labels its rows carry. */
interface RowGauge {
  name: string;
  help: string;
  labels: readonly string[];
  read(): Promise<({ value: number } & Record<string, string | number>)[]>;
}

function rowGauge(registry: Registry, { name, help, labels, read }: RowGauge): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect: async () => {
      const found = await read();
      gauge.reset();
      for (const { value, ...row } of found)
        gauge.set(Object.fromEntries(labels.map((label) => [label, String(row[label])])), value);
    },
  });
}

const jobs = ({ database }: House): RowGauge => ({
  name: "cairn_jobs",
  help: "Background jobs by queue and state",
  labels: ["queue", "state"],
  read: () =>
    rows(
      database.db,
      sql`SELECT name AS queue, state::text, count(*) AS value FROM pgboss.job GROUP BY 1, 2`,
    ),
});

const outbox = ({ database, clock }: House): RowGauge => ({
  name: "cairn_outbox_lag_seconds",
  help: "Age of the oldest event a subscriber has not handled",
  labels: ["subscriber"],
  read: () =>
    rows(
      database.db,
      sql`SELECT c.subscriber,
                 coalesce(extract(epoch FROM ${clock.now().toString()}::timestamptz - e.occurred_at), 0)::float8 AS value
          FROM kernel.subscriber_cursor AS c
          LEFT JOIN LATERAL (SELECT occurred_at FROM kernel.event
                             WHERE (xid, seq) > (c.xid, c.seq) ORDER BY xid, seq LIMIT 1) AS e ON true`,
    ),
});

const mails = ({ database }: House): RowGauge => ({
  name: "cairn_mails",
  help: "Mails of the outbox by state",
  labels: ["state"],
  read: () => rows(database.db, sql`SELECT status AS state, count(*) AS value FROM kernel.mail GROUP BY 1`),
});

const deadLetters = ({ database }: House): RowGauge => ({
  name: "cairn_dead_letters",
  help: "Events a subscriber could not handle and nobody has dealt with",
  labels: [],
  read: () =>
    rows(
      database.db,
      sql`SELECT count(*) AS value FROM kernel.dead_letter WHERE replayed_at IS NULL AND discarded_at IS NULL`,
    ),
});

const pool = ({ database }: House): RowGauge => ({
  name: "cairn_database_connections",
  help: "Connections of this process's pool by state; waiting are callers without one",
  labels: ["state"],
  read: async () => {
    const { totalCount, idleCount, waitingCount } = database.pool;
    return [
      { state: "busy", value: totalCount - idleCount },
      { state: "idle", value: idleCount },
      { state: "waiting", value: waitingCount },
    ];
  },
});

/** Registers what the house measures of itself at each scrape: jobs, outbox, mail, dead letters, pool. */
export function registerHouseGauges(registry: Registry, house: House): void {
  for (const gauge of [jobs, outbox, mails, deadLetters, pool]) rowGauge(registry, gauge(house));
}
