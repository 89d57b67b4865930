import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { cairn, type Running, startCairn, until } from "#test/process/cairn.ts";
import { openServer, type OwnServer } from "#test/process/own-server.ts";
import { type Caller, makeToken, openCaller } from "#test/process/people.ts";
import { openReceiver, type Receiver } from "#test/process/receiver.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const REPORTS = 30;

const report = (value: number, source: string) => ({ metric: "site.posts_published", value, source });

async function today(caller: Caller): Promise<string> {
  const answer = await caller.get("/playbook/status");
  return ((await answer.json()) as { asOf: string }).asOf;
}

suite("two web and two worker processes on one database", { timeout: 400_000 }, () => {
  let server: OwnServer;
  let receiver: Receiver;
  let webs: Running[] = [];
  let workers: Running[] = [];
  let left: Caller;
  let right: Caller;
  const place = (role: string) => ({
    env: {
      ...server.settings,
      CAIRN_ROLE: role,
      CAIRN_DATA: temporaryFolder(),
      CAIRN_WEBHOOKS_ALLOW_PRIVATE: "1",
    },
  });

  before(async () => {
    server = await openServer();
    receiver = await openReceiver();
    // All at once: the migration's lock lets one work and the others wait.
    const all = await Promise.all(
      ["web", "web", "worker", "worker"].map((role) => startCairn([], place(role))),
    );
    webs = all.slice(0, 2);
    workers = all.slice(2);
    const token = await makeToken(place("all"));
    [left, right] = webs.map(({ url }) => openCaller(url, token)) as [Caller, Caller];
  });
  after(async () => {
    await Promise.all([...webs, ...workers].map((running) => running.kill()));
    receiver.close();
    await server.stop();
  });

  test("the plan is imported once", async () => {
    assert.deepEqual(await server.query("SELECT count(*)::int AS n FROM playbook.plan"), [{ n: 1 }]);
    assert.deepEqual(await server.query("SELECT count(*)::int AS n FROM playbook.source"), [{ n: 1 }]);
  });

  test("a setting changed through one is seen by the other, though it knew another value", async () => {
    // 25 hours apart: never the same day.
    for (const zone of ["Pacific/Kiritimati", "Pacific/Niue", "Pacific/Kiritimati"]) {
      const answer = await left.patch("/settings/company", { value: { zone } });
      assert.equal(answer.status, 200);
      await until(
        `today in ${zone} at both`,
        async () => {
          const seen = [await today(left), await today(right)];
          return seen.every((day) => day === Temporal.Now.plainDateISO(zone).toString());
        },
        5000,
      );
    }
  });

  test("an event is delivered once per subscriber, and its job runs once", async () => {
    const hook = { url: receiver.url, events: ["playbook.value_reported"] };
    assert.equal((await left.post("/webhooks", hook)).status, 200);
    const answers = await Promise.all(
      Array.from({ length: REPORTS }, (_, n) =>
        (n % 2 ? left : right).post("/playbook/measurements", report(n, `report ${n}`)),
      ),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    await until("the deliveries", () => receiver.deliveries.length >= REPORTS, 60_000);
    await until("that no delivery is left", async () => {
      const [open] = await server.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM platform.webhook_delivery WHERE status = 'pending'",
      );
      return open?.n === 0;
    });
    assert.equal(receiver.deliveries.length, REPORTS);
    assert.equal(new Set(receiver.deliveries.map(({ id }) => id)).size, REPORTS);
  });

  test("the job of a killed worker is taken over by the other", async () => {
    receiver.deliveries.length = 0;
    receiver.holding = true;
    const [victim, heir] = workers as [Running, Running];
    await heir.stop();
    await left.post("/playbook/measurements", {
      metric: "site.posts_published",
      value: 1,
      source: "held",
    });
    await until("that the victim has the job in hand", () => receiver.deliveries.length === 1);
    workers[1] = await startCairn([], place("worker"));
    await victim.kill();
    receiver.holding = false;
    await until("that the other takes over", () => receiver.deliveries.length === 2, 120_000);
    const [first, second] = receiver.deliveries;
    assert.equal(second?.id, first?.id, "the receiver can tell that it is the same");
    await until("that it is settled", async () => {
      const [open] = await server.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM platform.webhook_delivery WHERE status <> 'delivered'",
      );
      return open?.n === 0;
    });
  });

  test("what is scheduled runs once a minute, however many workers there are", async () => {
    workers[0] = await startCairn([], place("worker"));
    const minutes = await until(
      "two minutes of the schedule",
      async () => {
        const found = await server.query<{ minute: string; n: number }>(
          `SELECT date_trunc('minute', created_on)::text AS minute, count(*)::int AS n FROM pgboss.job
           WHERE name = 'platform.seal_audit' AND state = 'completed' GROUP BY 1 ORDER BY 1`,
        );
        return found.length >= 2 && found;
      },
      150_000,
    );
    assert.deepEqual(new Set(minutes.map(({ n }) => n)), new Set([1]));
  });

  test("both webs answer for the same sessions and keys, and the doctor finds the house well", async () => {
    const { code, out } = await cairn(["doctor", "--json"], place("all"));
    assert.deepEqual([code, JSON.parse(out).ok], [0, true], out);
    const answers = await Promise.all(
      [left, right].map((caller) => caller.post("/playbook/measurements", report(3, "twice"), "one-key")),
    );
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    assert.deepEqual(first, second);
  });

  test("each ends in order", async () => {
    const finished = await Promise.all([...webs, ...workers].map((running) => running.stop()));
    assert.deepEqual(
      finished.map(({ code }) => code),
      [0, 0, 0, 0],
    );
  });
});
