import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { duesIn, plannedDays, type ThreeInARow, threeInARow } from "#test/factories/schedule.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the schedule", () => {
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

  it("refuses a ring and names it", async () => {
    await link(plan.a, plan.b);
    await link(plan.b, plan.c);
    await assert.rejects(link(plan.c, plan.a), (error: { code: string; message: string }) => {
      assert.equal(error.code, "playbook.dependency_cycle");
      assert.match(error.message, /“Research”.*“Launch”|“Launch”.*“Research”/);
      return true;
    });
    await assert.rejects(link(plan.a, plan.b), { code: "playbook.dependency_exists" });
    await assert.rejects(link(plan.a, plan.a), { code: "playbook.dependency_cycle" });
  });

  it("refuses a link to another plan, and to people who only read", async () => {
    const other = await threeInARow(house);
    await assert.rejects(link(plan.a, other.b), { code: "playbook.node_not_found" });
    await assert.rejects(
      house.call("playbook.add_dependency", { fromId: other.a, toId: other.b }, "viewer"),
      { kind: "forbidden" },
    );
  });

  it("pushes what waits, and lets it come back when it waits no more", async () => {
    const added = await house.call("playbook.add_dependency", { fromId: plan.a, toId: plan.b, lagDays: 5 });
    assert.deepEqual(
      added.shifts.map(({ workPackageId, startDays }) => [workPackageId, startDays]),
      [[plan.b, 7]],
    );
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-25");
    await house.call("playbook.remove_dependency", { dependencyId: added.dependencyId });
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-18");
    await assert.rejects(house.call("playbook.remove_dependency", { dependencyId: added.dependencyId }), {
      code: "playbook.dependency_not_found",
    });
  });

  it("previews a move and changes nothing", async () => {
    await link(plan.a, plan.b);
    await link(plan.b, plan.c);
    const preview = await house.call("playbook.preview_move", {
      workPackageId: plan.a,
      startsOn: "2027-01-11",
    });
    assert.deepEqual(
      preview.follows.map(({ title, startDays }) => [title, startDays]),
      [
        ["Build", 7],
        ["Launch", 7],
      ],
    );
    assert.deepEqual(
      preview.gates.map(({ days, lateDays }) => [days, lateDays]),
      [[7, 7]],
    );
    assert.equal(preview.planEnd.days, 7);
    assert.equal((await plannedDays(house, plan.a))?.startsOn, "2027-01-04");
  });

  it("moves what follows, with the due dates that hang on it and no others", async () => {
    await link(plan.a, plan.b);
    const moved = await house.call("playbook.move_work_package", {
      workPackageId: plan.a,
      startsOn: "2027-01-11",
    });
    assert.equal(moved.changed, 2);
    assert.deepEqual(await plannedDays(house, plan.a), {
      startsOn: "2027-01-11",
      endsOn: "2027-01-23",
      dueOn: "2027-01-22",
    });
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-25");
    assert.equal((await plannedDays(house, plan.c))?.startsOn, "2027-02-01");
    assert.deepEqual(await duesIn(house, plan.a), ["2027-01-22", "2027-01-22", "2027-01-04"]);
    const history = await rows<{ cause: string }>(
      house.app.database.db,
      sql`SELECT cause FROM playbook.schedule_change WHERE node_id IN (${plan.a}, ${plan.b}) AND cause <> 'dependency' ORDER BY cause`,
    );
    assert.deepEqual(
      history.map(({ cause }) => cause),
      ["follows", "moved"],
    );
  });

  it("brings what followed back when the work moves back", async () => {
    await link(plan.a, plan.b);
    await house.call("playbook.move_work_package", { workPackageId: plan.a, startsOn: "2027-01-25" });
    await house.call("playbook.move_work_package", { workPackageId: plan.a, startsOn: "2027-01-04" });
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-18");
  });

  it("lets one of two people move what both previewed", async () => {
    const { version } = await house.call("playbook.preview_move", {
      workPackageId: plan.a,
      startsOn: "2027-01-11",
    });
    const moves = await Promise.allSettled([
      house.call("playbook.move_work_package", { workPackageId: plan.a, startsOn: "2027-01-11", version }),
      house.call("playbook.move_work_package", { workPackageId: plan.a, startsOn: "2027-01-18", version }),
    ]);
    const refused = moves.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    assert.deepEqual(refused, ["playbook.plan_changed"]);
  });

  it("keeps a work package waiting for the one before it, and says so", async () => {
    await link(plan.a, plan.b);
    const preview = await house.call("playbook.preview_move", {
      workPackageId: plan.b,
      startsOn: "2027-01-06",
    });
    assert.equal(preview.moved.startsOn, "2027-01-18");
    assert.equal(preview.heldBy?.reason, "It starts after “Research” is finished");
  });

  it("counts in the working days of the company", async () => {
    await house.call("playbook.add_dependency", { fromId: plan.a, toId: plan.b, lagDays: 2 });
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-20");
    const outcome = await house.call("playbook.set_working_calendar", {
      weekdays: [1, 2, 3, 4],
      holidays: ["2027-01-18"],
    });
    assert.equal(outcome.changed, 1);
    assert.equal((await plannedDays(house, plan.b))?.startsOn, "2027-01-21");
    const calendar = await house.call("playbook.get_working_calendar", {});
    assert.deepEqual(calendar, { weekdays: [1, 2, 3, 4], holidays: ["2027-01-18"] });
  });
});
