import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type ThreeInARow, threeInARow } from "#test/factories/schedule.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("schedule variance", () => {
  let house: TestApp;
  let plan: ThreeInARow;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  beforeEach(async () => {
    house.clock.set(Temporal.Instant.from("2027-01-04T09:00:00Z"));
    plan = await threeInARow(house);
  });
  const link = (fromId: string, toId: string) =>
    house.call("playbook.add_dependency", { fromId, toId }, "editor");

  it("measures how late the plan is, now and as of then", async () => {
    const metric = house.app.services.metrics.find("playbook.schedule_variance_days");
    assert.ok(metric);
    const { db } = house.app.database;
    const at = (asOf: string) =>
      metric.measure(db, { asOf: Temporal.Instant.from(asOf), zone: "UTC", bind: {} });
    assert.deepEqual(await at("2027-01-04T09:00:00Z"), {
      value: null,
      reason: "No baseline was taken by then",
    });
    await link(plan.a, plan.b);
    await house.call("playbook.take_baseline", { name: "Start", reason: "Agreed by all" }, "editor");
    house.clock.set(Temporal.Instant.from("2027-01-20T09:00:00Z"));
    const late = await house.call("playbook.get_variance", {});
    // Two weeks that begin on the 20th end on 2 February instead of 15 January.
    assert.equal(late.days, 18);
    assert.match(late.reason, /“Research” has not started/);
    assert.deepEqual(await at("2027-01-20T09:00:00Z"), { value: 18 });
    await house.call("playbook.start_work_package", { workPackageId: plan.a, on: "2027-01-05" });
    await house.call("playbook.finish_work_package", {
      workPackageId: plan.a,
      on: "2027-01-15",
      note: "Late note",
    });
    house.clock.advance({ hours: 1 });
    assert.equal((await house.call("playbook.get_variance", {})).days, 0);
    assert.deepEqual(await at("2027-01-20T08:59:00Z"), { value: 18 });
    await house.call("playbook.move_work_package", { workPackageId: plan.c, startsOn: "2027-03-01" });
    assert.deepEqual(await at("2027-01-20T08:59:00Z"), { value: 18 });
    assert.equal((await house.call("playbook.get_variance", {})).planEndDays, 28);
    const named = await house.call("playbook.list_baselines", {});
    assert.deepEqual(
      named.baselines.map(({ name, workPackages }) => [name, workPackages]),
      [["Start", 3]],
    );
    await assert.rejects(house.call("playbook.get_variance", { baselineId: plan.a }), {
      code: "playbook.baseline_not_found",
    });
  });
});
