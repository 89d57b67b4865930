import { settableClock } from "#kernel/clock.ts";
import { readConfig } from "#kernel/config.ts";
import { jobContext } from "#kernel/jobs/worker.ts";
import { createLogger } from "#kernel/log.ts";
import { createApp } from "#main/app.ts";

// One process that bills what is due, as a worker does; bench/billing.ts ends it in the middle of its work.
const { connection, folder, now } = JSON.parse(process.argv[2] ?? "{}");
const clock = settableClock(Temporal.Instant.from(now));
const app = await createApp({
  config: readConfig({ CAIRN_DATA: folder, CAIRN_SECRET: "a secret only for measuring, long enough" }),
  connection: { ...connection, max: 4 },
  log: createLogger("error"),
  clock,
});
const job = app.registry.jobs.get("billing.bill_due");
if (!job) throw new Error("There is no billing run");
process.stdout.write("ready\n");
const cpu = process.cpuUsage();
const started = performance.now();
await job.run(jobContext(app, clock, job.name, new AbortController().signal), job.input.parse({}));
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(
  `${JSON.stringify({ seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 })}\n`,
);
await app.close();
