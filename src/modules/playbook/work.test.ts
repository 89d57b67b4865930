import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { ActionPage, CheckInPage } from "#modules/playbook/contract/work.ts";
import { actionData, checkInData, ownerData } from "#modules/playbook/personal-data/work.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse({ deliverables: ["Website", "Press list", "Terms"] });
});
after(() => at.house.close());

const person = (role: "owner" | "editor" | "support" | "finance" | "viewer") => personId(at.house, role);
const events = async (name: string) =>
  (await at.db.execute(sql`SELECT payload FROM kernel.event WHERE name = ${name} ORDER BY seq`)).rows.map(
    (row) => (row as { payload: Record<string, unknown> }).payload,
  );

const own = (nodeId: string, ownerId: string | null, role?: "support" | "viewer") =>
  at.call<{ owner: { name: string } | null }>("playbook.assign_node", { nodeId, ownerId }, role);

const listActions = (input: object) =>
  at.call<z.output<typeof ActionPage>>("playbook.list_actions", input, "viewer");

describe("owners and due dates", () => {
  it("are told once, and only of people who work here", async () => {
    const [nodeId = ""] = at.plan.deliverables;
    assert.equal((await own(nodeId, person("support"))).owner?.name, NAMES.support);
    await own(nodeId, person("support"));
    const told = await events("playbook.node_assigned");
    assert.deepEqual(
      told.map(({ text, ownerId, was }) => [text, ownerId, was]),
      [["Website", person("support"), null]],
    );
    await assert.rejects(own(nodeId, newId()), { code: "playbook.assignee_unknown" });
    await assert.rejects(own(newId(), null), { code: "playbook.node_not_found" });
    const riskId = await createNode(at.db, { planId: at.plan.planId, kind: "risk", text: "Churn" });
    await assert.rejects(
      own(riskId, null),
      { code: "playbook.node_not_found" },
      "risks have their own operation",
    );
  });

  it("may be taken where nobody is, and are given and taken away by editors", async () => {
    const [, nodeId = ""] = at.plan.deliverables;
    await assert.rejects(own(nodeId, person("finance"), "support"), { kind: "forbidden" });
    await assert.rejects(own(nodeId, person("viewer"), "viewer"), { kind: "forbidden" });
    await own(nodeId, person("support"), "support");
    await assert.rejects(own(nodeId, null, "support"), { kind: "forbidden" });
    assert.equal((await own(nodeId, null)).owner, null);
  });

  it("move a due date with its reason, and back to that of the work package", async () => {
    const [deliverableId] = at.plan.deliverables;
    const set = (dueOn: string | null) =>
      at.call<{ dueOn: string }>("playbook.set_due", { deliverableId, dueOn, reason: "The designer is ill" });
    assert.equal((await set("2027-02-01")).dueOn, "2027-02-01");
    assert.equal((await set(null)).dueOn, "2027-01-15");
    assert.deepEqual(
      (await events("playbook.due_changed")).map(({ was, dueOn }) => [was, dueOn]),
      [
        ["2027-01-15", "2027-02-01"],
        ["2027-02-01", "2027-01-15"],
      ],
    );
    await assert.rejects(set("2027-02-30"), { code: "input.invalid" });
  });
});

describe("actions", () => {
  it("are given with a day, changed, ticked off and opened again", async () => {
    const action = await at.call<{ id: string }>("playbook.assign_action", {
      text: "Call the printer",
      assigneeId: person("support"),
      dueOn: "2027-01-20",
      nodeId: at.plan.deliverables[1],
    });
    const actionId = action.id;
    await at.call("playbook.update_action", { actionId, dueOn: "2027-01-22" });
    await at.call("playbook.update_action", { actionId, assigneeId: person("viewer") });
    const [shown] = (await listActions({ standing: "open" })).actions;
    assert.deepEqual(
      [shown?.text, shown?.assignee?.name, shown?.dueOn, shown?.node?.text],
      ["Call the printer", NAMES.viewer, "2027-01-22", "Press list"],
    );
    assert.equal(
      (await events("playbook.action_assigned")).length,
      2,
      "another day gives nobody anything to do",
    );

    const complete = (role: "support" | "viewer", done = true) =>
      at.call("playbook.complete_action", { actionId, done }, role);
    await assert.rejects(complete("support"), { kind: "forbidden" });
    await complete("viewer");
    await complete("viewer");
    assert.equal((await events("playbook.action_completed")).length, 1);
    assert.equal((await listActions({ standing: "done" })).actions[0]?.doneBy?.name, NAMES.viewer);
    await complete("viewer", false);
    assert.equal((await listActions({ standing: "done" })).actions.length, 0);
  });

  it("are paged earliest first, undated last", async () => {
    for (const dueOn of [null, "2027-03-01", "2027-02-01", null])
      await at.call("playbook.assign_action", { text: "Something", dueOn });
    const days: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listActions({ limit: 2, cursor });
      days.push(...page.actions.map(({ dueOn }) => dueOn));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(days, ["2027-01-22", "2027-02-01", "2027-03-01", null, null]);
  });

  it("are agreed by editors", async () => {
    for (const role of ["support", "finance", "viewer"] as const)
      await assert.rejects(at.call("playbook.assign_action", { text: "Mine" }, role), { kind: "forbidden" });
    await assert.rejects(at.call("playbook.complete_action", { actionId: newId() }), {
      code: "playbook.action_not_found",
    });
  });
});

describe("check-ins", () => {
  it("say how a work package goes on the company's day", async () => {
    await at.db.execute(
      sql`INSERT INTO kernel.setting (key, value, updated_at)
          VALUES ('company', '{"zone": "Pacific/Auckland"}', '2027-01-01T00:00:00Z')`,
    );
    at.house.clock.set(Temporal.Instant.from("2027-01-05T20:00:00Z"));
    const { workPackageId } = at.plan;
    await at.call("playbook.check_in", { workPackageId, confidence: 4, note: "Texts are in" }, "support");
    at.house.clock.advance({ hours: 1 });
    await at.call("playbook.check_in", { workPackageId, note: "Pictures are not" });
    const { checkIns } = await at.call<z.output<typeof CheckInPage>>(
      "playbook.list_check_ins",
      { workPackageId },
      "viewer",
    );
    assert.deepEqual(
      checkIns.map(({ onDay, confidence, author }) => [onDay, confidence, author?.name]),
      [
        ["2027-01-06", null, NAMES.editor],
        ["2027-01-06", 4, NAMES.support],
      ],
    );
    await assert.rejects(at.call("playbook.check_in", { workPackageId, confidence: 6, note: "x" }), {
      code: "input.invalid",
    });
    await assert.rejects(at.call("playbook.check_in", { workPackageId, note: "x" }, "viewer"), {
      kind: "forbidden",
    });
  });
});

describe("what is known of a person", () => {
  it("is exported, and erased", async () => {
    for (const data of [ownerData, actionData, checkInData]) {
      const mine = await data.export(at.db, person("support"));
      if (data !== actionData) assert.ok(mine.length > 0, data.table);
      await data.erase(at.db, person("support"));
      assert.deepEqual(await data.export(at.db, person("support")), [], data.table);
    }
  });
});
