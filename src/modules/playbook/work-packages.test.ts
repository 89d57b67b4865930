import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, it } from "node:test";
import { scheduleData } from "#modules/playbook/personal-data/schedule.ts";
import { type ThreeInARow, threeInARow } from "#test/factories/schedule.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("work packages", () => {
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

  const count = async (input: { phaseId?: string; periodId?: string; ownerId?: string; limit?: number }) => {
    const board = await house.call("playbook.get_board", input);
    return board.columns.map(({ total, cards }) => [total, cards.length]);
  };

  it("narrows the board to a period or an owner, and forgets a period of another phase", async () => {
    assert.deepEqual((await count({ periodId: plan.periodId }))[0], [3, 3]);
    assert.deepEqual((await count({ limit: 1 }))[0], [3, 1]);
    assert.deepEqual((await count({ ownerId: plan.a }))[0], [0, 0]);
    const elsewhere = await count({ phaseId: plan.a, periodId: plan.periodId });
    assert.deepEqual(elsewhere[0], [3, 3]);
  });

  it("names work packages to choose from", async () => {
    const named = await house.call("playbook.list_work_packages", { search: "uil" }, "viewer");
    assert.deepEqual(
      named.workPackages.map(({ title, period, phase }) => [title, period, phase]),
      [["Build", "Month 1", "Foundation"]],
    );
  });

  it("drops cancelled work from the schedule until it is reopened", async () => {
    await link(plan.a, plan.b);
    await house.call("playbook.cancel_work_package", { workPackageId: plan.a, note: "Bought instead" });
    assert.equal((await house.call("playbook.get_timeline", {})).totals.workPackages, 2);
    await house.call("playbook.reopen_work_package", { workPackageId: plan.a, note: "We need it" });
    assert.equal((await house.call("playbook.get_timeline", {})).totals.workPackages, 3);
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

  it("tells a person what they did, and forgets who it was when they are erased", async () => {
    const { db } = house.app.database;
    const editor = house.person("editor");
    const id = editor.kind === "person" ? editor.personId : "";
    await link(plan.a, plan.b);
    await house.call(
      "playbook.move_work_package",
      { workPackageId: plan.a, startsOn: "2027-01-11" },
      "editor",
    );
    await house.call("playbook.start_work_package", { workPackageId: plan.a }, "editor");
    const told = (await scheduleData.export(db, id)) as { what: string }[];
    assert.ok(
      ["linked", "moved", "follows", "active"].every((what) => told.some((one) => one.what === what)),
    );
    await scheduleData.erase(db, id);
    assert.deepEqual(await scheduleData.export(db, id), []);
    const { history } = await house.call("playbook.get_work_package", { workPackageId: plan.a });
    assert.deepEqual(
      history.map(({ by }) => by),
      [null, null],
    );
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
