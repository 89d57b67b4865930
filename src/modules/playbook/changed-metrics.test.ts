import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { playbookModule } from "#modules/playbook/module.ts";
import { countedSales } from "#test/factories/counted-sales.ts";
import { createNode } from "#test/factories/plan.ts";
import { openPlanHouse, type PlanHouse } from "#test/factories/plan-house.ts";

const { module: shop, sales } = countedSales();
const JOB = "playbook.judge_changed_metric";

let at: PlanHouse;
let criterion: string;
before(async () => {
  at = await openPlanHouse({ modules: [playbookModule, shop] });
  criterion = await criterionFor("sales.made", 3);
});
after(() => at.house.close());

async function criterionFor(metric: string, least: number): Promise<string> {
  const { planId, phaseId } = at.plan;
  const nodeId = await createNode(at.db, {
    planId,
    phaseId,
    kind: "criterion",
    text: `${metric} at least ${least}`,
    dueOn: "2027-06-01",
  });
  await at.db.execute(
    sql`INSERT INTO playbook.target (id, plan_id, node_id, line, raw, op, min, metric)
        VALUES (${newId()}, ${planId}, ${nodeId}, 1, ${"at least"}, ${">="}, ${least}, ${metric})`,
  );
  return nodeId;
}

const waiting = () =>
  rows<{ data: { metric: string }; late: boolean }>(
    at.db,
    sql`SELECT data, start_after > created_on AS late FROM pgboss.job WHERE name = ${JOB} AND state = 'created'`,
  );
const changesOf = async (nodeId: string) => {
  const found = await rows<{ state: string }>(
    at.db,
    sql`SELECT state FROM playbook.criterion_change WHERE node_id = ${nodeId} ORDER BY at, id`,
  );
  return found.map(({ state }) => state);
};
const facts = () =>
  rows(
    at.db,
    sql`SELECT 1 FROM kernel.event WHERE name = 'playbook.criterion_changed' AND payload->>'nodeId' = ${criterion}`,
  );
const sell = () => at.call("sales.sell", {});
const judge = () => at.house.runJob(JOB, { metric: "sales.made" });

describe("a metric that says what changes it", () => {
  it("has its criteria judged soon after, once for all that happened meanwhile", async () => {
    await at.call("playbook.measure_plan", {});
    for (let n = 0; n < 3; n += 1) await sell();
    await at.house.drain();
    const jobs = await waiting();
    assert.deepEqual(
      jobs.map(({ data, late }) => [data.metric, late]),
      [["sales.made", true]],
    );
    const measured = sales.measured;
    await judge();
    assert.equal(sales.measured, measured + 1, "measured once, with nothing else of the plan");
    assert.deepEqual((await changesOf(criterion)).slice(1), ["met"]);
  });

  it("judged again, or by many at once, tells a change once", async () => {
    await Promise.all(Array.from({ length: 20 }, judge));
    assert.deepEqual((await changesOf(criterion)).slice(1), ["met"]);
    sales.made = 0;
    await Promise.all([...Array.from({ length: 20 }, judge), at.call("playbook.measure_plan", {})]);
    assert.equal((await changesOf(criterion)).length, 3);
    assert.equal((await facts()).length, 2);
  });

  it("that nothing waits for, and facts that change nothing, cause no work", async () => {
    await at.db.execute(sql`DELETE FROM pgboss.job WHERE name = ${JOB}`);
    await at.db.execute(sql`UPDATE playbook.target SET removed_at = now() WHERE metric = 'sales.made'`);
    await sell();
    await at.call("playbook.report_measurement", { metric: "people.talks", value: 1, source: "Calendar" });
    await at.house.drain();
    assert.deepEqual(await waiting(), []);
  });
});

describe("a waiting job", () => {
  it("is held by who relies on it, so that it starts after what was written", async () => {
    const { enqueue, registry } = at.house.app;
    const job = registry.jobs.get(JOB);
    assert.ok(job);
    const { db } = at;
    const add = () =>
      db.transaction((tx) => enqueue(tx, job, { metric: "sales.made" }, { singletonKey: "one" }));
    await add();
    const taken = sql`SELECT id FROM pgboss.job WHERE name = ${JOB} AND state = 'created' FOR UPDATE SKIP LOCKED`;
    await db.transaction(async (tx) => {
      await enqueue(tx, job, { metric: "sales.made" }, { singletonKey: "one" });
      assert.deepEqual(await rows(db, taken), [], "no worker takes it meanwhile");
    });
    assert.equal((await rows(db, taken)).length, 1);
    await db.transaction(async (tx) => {
      await rows(tx, taken);
      await add();
    });
    assert.equal((await waiting()).length, 2, "a job a worker is taking does not count");
  });
});
