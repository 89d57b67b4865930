import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { systemActor } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineEvent, defineSubscriber } from "#kernel/events/event.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { defineModule } from "#kernel/module.ts";
import { platformModule } from "#modules/platform/module.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const Happened = defineEvent({
  name: "trial.happened",
  version: 1,
  title: "Happened",
  payload: z.object({ n: z.number() }),
});

const trouble = { on: true, handled: 0 };
const trial = defineModule({
  name: "trial",
  title: "Trial",
  permissions: {},
  operations: [],
  events: [Happened],
  subscribers: [
    defineSubscriber({
      name: "trial.stumble",
      events: ["trial.happened"],
      handle: async (_event, { tx, now }) => {
        await tx.execute(
          sql`INSERT INTO kernel.setting (key, value, updated_at) VALUES ('trial', '{}', ${now.toString()})`,
        );
        if (trouble.on) throw new Error("It does not fit.");
        trouble.handled += 1;
      },
    }),
  ],
});

describe("dead letters", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: [platformModule, trial] });
    const origin = { actor: systemActor("trial"), now: house.clock.now(), requestId: "r" };
    await recordEvent(house.app.database.db, Happened, { n: 1 }, origin);
    for (let attempt = 1; attempt <= 8; attempt++) {
      await house.drain();
      house.clock.advance({ minutes: 2 });
    }
  });
  after(() => house.close());
  const letters = async () => (await house.call("platform.list_dead_letters", {})).items;

  it("shows what could not be handled and why", async () => {
    const [letter, ...others] = await letters();
    assert.deepEqual(
      [letter?.subscriber, letter?.eventName, letter?.payload, letter?.error, letter?.attempts, others],
      ["trial.stumble", "trial.happened", { n: 1 }, "It does not fit.", 8, []],
    );
  });

  it("stays when it fails again, and leaves nothing half done", async () => {
    const [letter] = await letters();
    const { deadLetterId } = letter!;
    const outcome = await house.call("platform.replay_dead_letter", { deadLetterId });
    assert.deepEqual([outcome.delivered, outcome.error], [false, "It does not fit."]);
    assert.equal((await letters())[0]?.attempts, 9);
  });

  it("is handled once, however many ask", async () => {
    trouble.on = false;
    const [letter] = await letters();
    const { deadLetterId } = letter!;
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => house.call("platform.replay_dead_letter", { deadLetterId })),
    );
    assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(trouble.handled, 1);
    assert.deepEqual(await letters(), []);
    await assert.rejects(house.call("platform.discard_dead_letter", { deadLetterId }), {
      code: "platform.dead_letter_settled",
    });
  });

  it("can be put away", async () => {
    await house.app.database.db.execute(sql`UPDATE kernel.dead_letter SET replayed_at = NULL`);
    const [letter] = await letters();
    await house.call("platform.discard_dead_letter", { deadLetterId: letter!.deadLetterId });
    assert.deepEqual(await letters(), []);
  });
});

describe("background work", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("is counted by queue, and a failed job can run again once", async () => {
    const { queue } = house.app;
    const jobId = await queue.send("platform.seal_audit", {});
    await queue.fetch("platform.seal_audit");
    await queue.fail("platform.seal_audit", jobId!, { message: "No room." });
    await house.app.database.db.execute(sql`UPDATE pgboss.job SET state = 'failed' WHERE id = ${jobId}`);
    const { queues, jobs } = await house.call("platform.list_jobs", {});
    const sealing = queues.find(({ name }) => name === "platform.seal_audit");
    assert.deepEqual([sealing?.schedule, sealing?.failed, sealing?.waiting], ["* * * * *", 1, 0]);
    assert.deepEqual(
      jobs.items.map(({ jobId: id, error, title }) => [id, error, title]),
      [[jobId, "No room.", "Seal the audit trail"]],
    );
    const retry = () => house.call("platform.retry_job", { jobId: jobId! });
    const asked = await Promise.allSettled([retry(), retry(), retry()]);
    assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 1);
    const waiting = await house.call("platform.list_jobs", { state: "retry" });
    assert.equal(waiting.jobs.items.length, 1);
    assert.equal((await queue.fetch("platform.seal_audit")).length, 1);
  });

  it("says when a job is not there", async () => {
    await assert.rejects(
      house.call("platform.retry_job", { jobId: "0190aaaa-0000-7000-8000-000000000000" }),
      {
        code: "platform.job_not_found",
      },
    );
  });
});
