import { Hono } from "hono";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { listenWeb } from "#main/server.ts";
import { openBenchHouse } from "./house.ts";
import { openBenchWeb } from "./web.ts";

// The measured side of bench/http.ts: prints where it listens as one line of JSON, and ends when its input does.
const house = await openBenchHouse();
const { app } = house;
const plan = await readFile(path.resolve(import.meta.dirname, "../playbooks/ai-business.md"));
await app.call("playbook.import_plan", {
  fileName: "plan.md",
  content: plan.toString("base64"),
  startOn: "2026-06-01",
});
const web = await openBenchWeb(app);
const token = newApiToken();
const owner = await firstRow<{ id: string }>(app.database.db, sql`SELECT id FROM auth.person LIMIT 1`);
await app.database.db.execute(
  sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at)
      VALUES (${newId()}, ${owner?.id}, 'bench', ${hashApiToken(token)}, '{*}', false, now())`,
);
const bare = await listenWeb(new Hono().get("/", (context) => context.text("ok")) as never, {
  host: "127.0.0.1",
  port: 0,
});
process.stdout.write(`${JSON.stringify({ bare: bare.url, url: web.url, cookies: web.cookies, token })}\n`);
process.stdin.resume();
process.stdin.on("end", async () => {
  await bare.close();
  await web.close();
  await house.close();
});
