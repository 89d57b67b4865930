import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, suite, test } from "node:test";
import { Client } from "pg";
import { findEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { cairn, type Running, SHARED_PLAN, startCairn, until } from "#test/process/cairn.ts";
import { beginLoad, editions, invitations, measurements } from "#test/process/load.ts";
import { makeToken, openCaller } from "#test/process/people.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const CRASHES = 20;

suite("20 times kill -9 under load", { timeout: 900_000 }, () => {
  const data = temporaryFolder();
  const place = { env: { CAIRN_DATA: data } };
  const streams = {
    reportsA: measurements("reader-a"),
    reportsB: measurements("reader-b"),
    people: invitations("guest"),
    imports: editions("edition"),
  };
  let running: Running;
  let token = "";
  const count = async (table: string, column: string, name: string) => {
    const [found] = await rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM kernel.${table} WHERE ${column} = '${name}'`,
    );
    return found?.n;
  };
  const rows = <T extends object>(statement: string): Promise<T[]> => query<T>(data, statement);

  before(async () => {
    running = await startCairn(["--playbook", SHARED_PLAN, "--start", "2027-01-04"], place);
    token = await makeToken(place);
  });
  after(() => running.kill());

  test("it starts again each time", async () => {
    for (let round = 1; round <= CRASHES; round += 1) {
      const load = beginLoad(Object.values(streams), running.url, token);
      await load.acknowledge(4 + ((round * 7) % 13));
      const database = findEmbeddedPostgres(data)?.pid;
      await running.kill();
      // Every other time the machine itself goes down: the database and its watchdog with it.
      if (round % 2 === 0) killDatabase(data, database);
      await load.rest();
      running = await startCairn([], place);
    }
    const load = beginLoad(Object.values(streams), running.url, token);
    await load.acknowledge(8);
    await load.rest();
    for (const [name, { acknowledged }] of Object.entries(streams))
      assert.ok(acknowledged.size > 0, `${name} had work done`);
  });

  test("nothing acknowledged is lost, and nothing happened twice", async () => {
    const reported = await rows<{ source: string; id: string }>(
      "SELECT source, id FROM kernel.metric_report ORDER BY source",
    );
    const wanted = [...streams.reportsA.acknowledged, ...streams.reportsB.acknowledged];
    assert.deepEqual(
      reported.map(({ source, id }) => [source, id]),
      wanted
        .map(([key, { reportId }]) => [key, reportId])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    const people = await rows<{ email: string }>(
      "SELECT email FROM auth.person WHERE email LIKE 'guest-%' ORDER BY id",
    );
    assert.deepEqual(
      people.map(({ email }) => email),
      [...streams.people.acknowledged.keys()].map((key) => `${key}@example.com`),
    );
    const sources = await rows<{ id: string }>("SELECT id FROM playbook.source ORDER BY id");
    assert.deepEqual(
      sources.slice(1).map(({ id }) => id),
      [...streams.imports.acknowledged.values()].map(({ sourceId }) => sourceId),
    );
  });

  test("the plan in force is the last edition acknowledged", async () => {
    const answer = await openCaller(running.url, token).get("/playbook/plan/export?format=md");
    const { text } = (await answer.json()) as { text: string };
    const last = streams.imports.acknowledged.size - 1;
    assert.match(text, new RegExp(`Complete business plan and strategy, edition ${last}$`, "m"));
    assert.equal(text.match(/, edition \d+$/gm)?.length, 1);
  });

  test("a key used again gets its first answer", async () => {
    const caller = openCaller(running.url, token);
    for (const stream of Object.values(streams)) {
      const [[key, output]] = [...stream.acknowledged] as [[string, unknown]];
      const { path: address, body } = stream.next(0);
      assert.deepEqual(await (await caller.post(address, body, key)).json(), output);
    }
    const other = { metric: "site.posts_published", value: 7, source: "another" };
    const reused = await caller.post("/playbook/measurements", other, "reader-a-0");
    assert.deepEqual([reused.status, (await reused.json()).code], [409, "idempotency.key_reused"]);
  });

  test("each piece of work is in the audit trail and among the events once", async () => {
    const reports = streams.reportsA.acknowledged.size + streams.reportsB.acknowledged.size;
    assert.equal(await count("audit_entry", "operation", "playbook.report_measurement"), reports);
    assert.equal(await count("event", "name", "playbook.value_reported"), reports);
    // The owner of the tests' token came first.
    assert.equal(await count("event", "name", "staff.person_invited"), streams.people.acknowledged.size + 1);
    assert.equal(
      await count("event", "name", "playbook.plan_imported"),
      streams.imports.acknowledged.size + 1,
    );
  });

  test("the outbox is delivered to every subscriber, and every mail was worked on once", async () => {
    await until(
      "the outbox",
      async () => {
        const behind = await rows(
          `SELECT 1 FROM kernel.subscriber_cursor
           WHERE (xid, seq) < (SELECT xid, seq FROM kernel.event ORDER BY xid DESC, seq DESC LIMIT 1)`,
        );
        return behind.length === 0;
      },
      60_000,
    );
    assert.deepEqual(await rows("SELECT * FROM kernel.dead_letter"), []);
    // A worker that died with mail in its hands is missed after its last heartbeat.
    const mail = await until(
      "the mails",
      async () => {
        const all = await rows<{ to_address: string; status: string }>(
          "SELECT to_address, status FROM kernel.mail WHERE kind = 'invitation' ORDER BY id",
        );
        return all.every(({ status }) => status === "held") && all;
      },
      90_000,
    );
    assert.deepEqual(
      mail.map(({ to_address }) => to_address),
      [...streams.people.acknowledged.keys()].map((key) => `${key}@example.com`),
    );
  });

  test("the audit chain is whole, says the doctor", async () => {
    const { code, out, err } = await cairn(["doctor", "--json"], place);
    const { ok, findings } = JSON.parse(out);
    assert.deepEqual([code, ok], [0, true], `${err}${out}`);
    const audit = findings.find(({ check }: { check: string }) => check === "audit");
    assert.match(audit.detail, /^The audit chain is whole, \d+ entries$/);
  });
});

function killDatabase(data: string, pid: number | undefined): void {
  const watchdog = Number(readFileSync(path.join(data, "postgres/watchdog.pid"), "utf8"));
  for (const victim of [-watchdog, pid ?? 0]) {
    try {
      if (victim !== 0) process.kill(victim, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

async function query<T extends object>(data: string, statement: string): Promise<T[]> {
  const server = findEmbeddedPostgres(data);
  if (!server) throw new Error("the database does not run");
  const { host, port, adminUser: user, adminPassword: password } = server;
  const client = new Client({ host, port, user, password, database: "cairn" });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}
