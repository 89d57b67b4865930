import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { createNode, createPlan } from "#test/factories/plan.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

interface Plan {
  planId: string;
  phaseId: string;
  periodId: string;
  a: string;
  b: string;
  c: string;
}

/** Three packages of two weeks one after the other, from Monday 4 January 2027, with a gate on 12 February. */
async function threeInARow(house: TestApp): Promise<Plan> {
  const { db } = house.app.database;
  await db.execute(sql`UPDATE playbook.plan SET archived_at = now() WHERE archived_at IS NULL`);
  const planId = await createPlan(db);
  const phaseId = await createNode(db, {
    planId,
    kind: "phase",
    text: "Foundation",
    startsOn: "2027-01-04",
    endsOn: "2027-02-15",
  });
  const periodId = await createNode(db, {
    planId,
    kind: "period",
    text: "Month 1",
    parentId: phaseId,
    phaseId,
    startsOn: "2027-01-04",
    endsOn: "2027-02-15",
  });
  const work = async (text: string, startsOn: string, endsOn: string) => {
    const id = await createNode(db, {
      planId,
      kind: "workPackage",
      text,
      parentId: periodId,
      phaseId,
      startsOn,
      endsOn,
    });
    const dueOn = Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString();
    const inside = { planId, parentId: id, phaseId, workPackageId: id, startsOn, endsOn };
    await createNode(db, { ...inside, kind: "deliverable", text: `${text}: report`, dueOn });
    await createNode(db, { ...inside, kind: "criterion", text: `${text}: agreed`, dueOn });
    await createNode(db, { ...inside, kind: "deliverable", text: `${text}: early`, dueOn: startsOn });
    return id;
  };
  const a = await work("Research", "2027-01-04", "2027-01-16");
  const b = await work("Build", "2027-01-18", "2027-01-30");
  const c = await work("Launch", "2027-02-01", "2027-02-13");
  await db.execute(
    sql`INSERT INTO playbook.gate (id, plan_id, phase_id, due_on) VALUES (gen_random_uuid(), ${planId}, ${phaseId}, '2027-02-12')`,
  );
  return { planId, phaseId, periodId, a, b, c };
}

const day = async (house: TestApp, id: string) =>
  firstRow<{ startsOn: string; endsOn: string; dueOn: string }>(
    house.app.database.db,
    sql`SELECT starts_on AS "startsOn", ends_on AS "endsOn", due_on AS "dueOn" FROM playbook.node WHERE id = ${id}`,
  );

const dues = async (house: TestApp, id: string) =>
  (
    await rows<{ due: string }>(
      house.app.database.db,
      sql`SELECT due_on AS due FROM playbook.node WHERE work_package_id = ${id} AND id <> ${id} ORDER BY position`,
    )
  ).map(({ due }) => due);

describe("the schedule", () => {
  let house: TestApp;
  let plan: Plan;
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
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-25");
    await house.call("playbook.remove_dependency", { dependencyId: added.dependencyId });
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-18");
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
    assert.equal((await day(house, plan.a))?.startsOn, "2027-01-04");
  });

  it("moves what follows, with the due dates that hang on it and no others", async () => {
    await link(plan.a, plan.b);
    const moved = await house.call("playbook.move_work_package", {
      workPackageId: plan.a,
      startsOn: "2027-01-11",
    });
    assert.equal(moved.changed, 2);
    assert.deepEqual(await day(house, plan.a), {
      startsOn: "2027-01-11",
      endsOn: "2027-01-23",
      dueOn: "2027-01-22",
    });
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-25");
    assert.equal((await day(house, plan.c))?.startsOn, "2027-02-01");
    assert.deepEqual(await dues(house, plan.a), ["2027-01-22", "2027-01-22", "2027-01-04"]);
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
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-18");
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

  it("starts, finishes and reopens work once", async () => {
    const workPackageId = plan.a;
    const starts = await Promise.allSettled([
      house.call("playbook.start_work_package", { workPackageId }),
      house.call("playbook.start_work_package", { workPackageId }),
    ]);
    assert.equal(starts.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(house.call("playbook.preview_move", { workPackageId, startsOn: "2027-01-11" }), {
      code: "playbook.work_started",
    });
    await assert.rejects(house.call("playbook.finish_work_package", { workPackageId }), {
      code: "playbook.note_needed",
    });
    await assert.rejects(
      house.call("playbook.finish_work_package", { workPackageId, on: "2027-01-05", note: "Soon" }),
      { code: "playbook.date_in_future" },
    );
    await assert.rejects(
      house.call("playbook.finish_work_package", { workPackageId, on: "2027-01-03", note: "Early" }),
      { code: "playbook.ends_before_start" },
    );
    const done = await house.call("playbook.finish_work_package", { workPackageId, note: "Told by phone" });
    assert.deepEqual(
      [done.state, done.actualStartOn, done.actualEndOn],
      ["done", "2027-01-04", "2027-01-04"],
    );
    const again = await house.call("playbook.reopen_work_package", { workPackageId, note: "Not yet" });
    assert.equal(again.state, "under_way");
  });

  it("shows on the board what waits and lets cards be moved", async () => {
    await link(plan.a, plan.b);
    const column = async (key: string) => {
      const board = await house.call("playbook.get_board", {}, "viewer");
      return board.columns.find((one) => one.key === key)?.cards.map(({ title }) => title);
    };
    assert.deepEqual(await column("not_started"), ["Research", "Launch"]);
    assert.deepEqual(await column("waiting"), ["Build"]);
    await house.call("playbook.move_card", { workPackageId: plan.a, to: "under_way" });
    assert.deepEqual(await column("under_way"), ["Research"]);
    await house.call("playbook.move_card", { workPackageId: plan.a, to: "done", note: "Agreed" });
    assert.deepEqual(await column("done"), ["Research"]);
    assert.deepEqual(await column("waiting"), []);
    await house.call("playbook.move_card", { workPackageId: plan.a, to: "under_way" });
    await house.call("playbook.move_card", { workPackageId: plan.a, to: "not_started" });
    assert.deepEqual(await column("waiting"), ["Build"]);
  });

  it("drops cancelled work from the schedule until it is reopened", async () => {
    await link(plan.a, plan.b);
    await house.call("playbook.cancel_work_package", { workPackageId: plan.a, note: "Bought instead" });
    assert.equal((await house.call("playbook.get_timeline", {})).totals.workPackages, 2);
    await house.call("playbook.reopen_work_package", { workPackageId: plan.a, note: "We need it" });
    assert.equal((await house.call("playbook.get_timeline", {})).totals.workPackages, 3);
  });

  it("counts in the working days of the company", async () => {
    await house.call("playbook.add_dependency", { fromId: plan.a, toId: plan.b, lagDays: 2 });
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-20");
    const outcome = await house.call("playbook.set_working_calendar", {
      weekdays: [1, 2, 3, 4],
      holidays: ["2027-01-18"],
    });
    assert.equal(outcome.changed, 1);
    assert.equal((await day(house, plan.b))?.startsOn, "2027-01-21");
    const calendar = await house.call("playbook.get_working_calendar", {});
    assert.deepEqual(calendar, { weekdays: [1, 2, 3, 4], holidays: ["2027-01-18"] });
  });

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

  it("gathers everything of one work package", async () => {
    await link(plan.a, plan.b);
    await house.call("playbook.move_work_package", { workPackageId: plan.a, startsOn: "2027-01-11" });
    await house.call("playbook.start_work_package", { workPackageId: plan.a });
    const page = await house.call("playbook.get_work_package", { workPackageId: plan.b }, "viewer");
    assert.deepEqual(
      page.waitsFor.map(({ workPackage, type, driving, state }) => [workPackage.text, type, driving, state]),
      [["Research", "FS", true, "under_way"]],
    );
    assert.deepEqual(page.progress, { done: 0, total: 2, share: 0 });
    assert.match(
      page.history.at(0)?.text ?? "",
      /Moved 7 days later following other work, to 25 Jan to 5 Feb/,
    );
    const other = await house.call("playbook.get_work_package", { workPackageId: plan.a });
    assert.equal(other.heldUp.length, 1);
    assert.deepEqual(
      other.history.map(({ text }) => text),
      ["Started on 4 Jan", "Moved 7 days later by a person, to 11 Jan to 22 Jan"],
    );
    await assert.rejects(house.call("playbook.get_work_package", { workPackageId: plan.phaseId }), {
      code: "playbook.node_not_found",
    });
  });

  it("sums up what is closed on the timeline and draws links of what is open", async () => {
    await link(plan.a, plan.b);
    const open = await house.call("playbook.get_timeline", {}, "viewer");
    assert.deepEqual(
      open.rows.map(({ kind, title, level }) => [kind, title, level]),
      [
        ["phase", "Foundation", 0],
        ["period", "Month 1", 1],
        ["workPackage", "Research", 2],
        ["workPackage", "Build", 2],
        ["workPackage", "Launch", 2],
      ],
    );
    assert.equal(open.links.length, 1);
    assert.equal(open.gates[0]?.expectedOn, "2027-02-12");
    const closed = await house.call("playbook.get_timeline", { open: [] });
    assert.deepEqual(
      closed.rows.map(({ title, workPackages, endsOn, progress }) => [
        title,
        workPackages,
        endsOn,
        progress.total,
      ]),
      [["Foundation", 3, "2027-02-13", 6]],
    );
    assert.deepEqual(closed.links, []);
  });
});

describe("the schedule of the plan that ships", () => {
  it("lays out every work package", async () => {
    const house = await openTestApp();
    try {
      const file = await readFile(new URL("../../../playbooks/ai-business.md", import.meta.url));
      await house.call("playbook.import_plan", {
        fileName: "ai-business.md",
        content: file.toString("base64"),
        startOn: "2027-01-04",
      });
      const timeline = await house.call("playbook.get_timeline", {});
      assert.equal(timeline.totals.workPackages, 24);
      assert.equal(timeline.rows.filter(({ kind }) => kind === "workPackage").length, 12);
      assert.equal(timeline.gates.length, 3);
      assert.equal(timeline.baseline?.name, "As imported");
    } finally {
      await house.close();
    }
  });
});
