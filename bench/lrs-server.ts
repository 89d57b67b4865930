import { once } from "node:events";
import { createInterface } from "node:readline";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { createWeb, listenWeb } from "#main/server.ts";
import { lrsRoutes } from "#modules/academy/lrs/lrs-routes.ts";
import { openBenchHouse } from "./house.ts";

// The measured side of bench/lrs.ts: says where it listens in one line of JSON, answers each line of its input with what
// the store holds and what processor time it took so far, and ends with its input.
const house = await openBenchHouse();
const { app } = house;
const client = (await app.call("academy.create_lrs_client", {
  name: "Bench",
  scopes: ["all"],
  origins: [],
})) as { key: string; secret: string };
const web = await createWeb(app, {
  auth: createAuthentication(app, "a secret only for measuring, long enough"),
  pages: async () => new Response("page"),
  metrics: async () => new Response(""),
  routes: lrsRoutes,
});
const server = await listenWeb(web, { host: "127.0.0.1", port: 0 });
const authorization = `Basic ${Buffer.from(`${client.key}:${client.secret}`).toString("base64")}`;
process.stdout.write(`${JSON.stringify({ url: server.url, authorization })}\n`);
const lines = createInterface(process.stdin);
lines.on("line", async () => {
  const { rows } = await app.database.pool.query(
    `SELECT count(*)::int AS statements, (SELECT count(*)::int FROM academy.lrs_statement_key) AS keys,
            current_setting('synchronous_commit') AS "synchronousCommit", current_setting('fsync') AS fsync
     FROM academy.lrs_statement`,
  );
  const { user, system } = process.cpuUsage();
  process.stdout.write(
    `${JSON.stringify({ ...rows[0], webProcessorMs: Math.round((user + system) / 1000) })}\n`,
  );
});
await once(lines, "close");
await server.close();
await house.close();
