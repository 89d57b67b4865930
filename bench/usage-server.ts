import { once } from "node:events";
import { createInterface } from "node:readline";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import { addPerson } from "#kernel/auth/people.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { createWeb, listenWeb } from "#main/server.ts";
import { consumeQuota, usageInPeriod } from "#modules/billing/index.ts";
import { openBenchHouse, percentile } from "./house.ts";
import { addMeteredAccounts, METER } from "./usage-accounts.ts";

// The measured side of bench/usage.ts: says where it listens in one line of JSON, answers each line of its input with the
// times of the quota checks since the line before, and ends with its input.
const house = await openBenchHouse();
const { app } = house;
const { db } = app.database;
const accountIds = await addMeteredAccounts(db);
const now = app.clock.now();
const personId = await addPerson(db, { name: "Bench", email: "bench@example.com", role: "owner", now });
const token = newApiToken();
await db.execute(
  sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at)
      VALUES (${newId()}, ${personId}, 'bench', ${hashApiToken(token)}, '{billing:usage}', false, now())`,
);
const web = await createWeb(app, {
  auth: createAuthentication(app, "a secret only for measuring, long enough"),
  pages: async () => new Response("page"),
  metrics: async () => new Response(""),
});
const server = await listenWeb(web, { host: "127.0.0.1", port: 0 });

const EVERY_MS = 10;
let taken: number[] = [];
let read: number[] = [];

/** As a module does before it begins to work: takes one unit of a hard quota, durably, and reads where it stands. */
async function checkQuota(turn: number): Promise<void> {
  const accountId = accountIds.hard[turn % accountIds.hard.length] ?? "";
  const started = performance.now();
  await db.transaction((tx) =>
    consumeQuota(tx, { accountId, meter: METER.hard, quantity: 1, eventKey: newId(), at: app.clock.now() }),
  );
  const between = performance.now();
  await usageInPeriod(db, { accountId, meter: METER.hard, at: app.clock.now() });
  taken.push(between - started);
  read.push(performance.now() - between);
}

let turn = 0;
let checking: Promise<void> | undefined;
const timer = setInterval(() => {
  checking ??= checkQuota(turn++).finally(() => {
    checking = undefined;
  });
}, EVERY_MS);

const summed = (times: readonly number[]) => ({
  checks: times.length,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
});

process.stdout.write(
  `${JSON.stringify({ url: server.url, token, accountIds: accountIds.soft, connection: house.connections.app })}\n`,
);
const lines = createInterface(process.stdin);
lines.on("line", () => {
  process.stdout.write(`${JSON.stringify({ take: summed(taken), read: summed(read) })}\n`);
  taken = [];
  read = [];
});
await once(lines, "close");
clearInterval(timer);
await checking;
await server.close();
await house.close();
