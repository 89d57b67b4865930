import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { MyWork } from "#modules/playbook/contract/work.ts";
import { personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse({ deliverables: ["Website", "Press list"], start: "2027-01-18T09:00:00Z" });
});
after(() => at.house.close());

const mine = async (role: "owner" | "editor" | "support" | "viewer") => {
  const work = await at.call<z.output<typeof MyWork>>("playbook.list_my_work", {}, role);
  assert.equal(work.total, work.items.length);
  assert.equal(work.late, work.items.filter(({ late }) => late).length);
  assert.equal(
    work.total,
    Object.values(work.counts).reduce((sum, count) => sum + count, 0),
  );
  return work.items.map(({ kind, about, text, late }) => [kind, about.kind, text, late]);
};

describe("what waits for me", () => {
  it("is nothing at first", async () => {
    assert.deepEqual(await mine("support"), []);
  });

  it("is what I own or was given, late first, until it is done", async () => {
    const [deliverableId] = at.plan.deliverables;
    const assigneeId = personId(at.house, "support");
    await at.call("playbook.assign_node", { nodeId: deliverableId, ownerId: assigneeId });
    await at.call("playbook.assign_action", { text: "Someday", assigneeId });
    const { id: actionId } = await at.call<{ id: string }>("playbook.assign_action", {
      text: "Call the printer",
      assigneeId,
      dueOn: "2027-01-20",
    });
    assert.deepEqual(await mine("support"), [
      ["deliverable", "deliverable", "Website", true],
      ["action", "action", "Call the printer", false],
      ["action", "action", "Someday", false],
    ]);
    await at.call("playbook.complete_action", { actionId }, "support");
    await at.call(
      "playbook.add_evidence",
      { deliverableIds: [deliverableId], kind: "note", body: "It is up" },
      "support",
    );
    assert.deepEqual(await mine("support"), [["action", "action", "Someday", false]]);
    assert.deepEqual(await mine("viewer"), []);
  });

  it("leads to where it is done, comes by kind and in pages without a gap", async () => {
    const [nodeId] = at.plan.deliverables;
    const assigneeId = personId(at.house, "finance");
    const { reviewId } = await at.call<{ reviewId: string }>("playbook.draft_review", {});
    for (const [text, about] of [
      ["A bare", {}],
      ["B node", { nodeId }],
      ["C review", { reviewId }],
    ] as const)
      await at.call("playbook.assign_action", { text, assigneeId, ...about });
    const ask = (input: object) =>
      at.call<z.output<typeof MyWork>>("playbook.list_my_work", input, "finance");
    const { items } = await ask({ kind: "action" });
    assert.deepEqual(
      items.map(({ text, href }) => [text, href]),
      [
        ["A bare", "/console/plan/my-work"],
        ["B node", `/console/plan/deliverables/${nodeId}`],
        ["C review", `/console/plan/reviews/${reviewId}`],
      ],
    );
    assert.deepEqual((await ask({ kind: "risk" })).items, []);
    const first = await ask({ limit: 2 });
    const rest = await ask({ limit: 2, cursor: first.nextCursor });
    assert.equal(rest.nextCursor, null);
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ text }) => text),
      ["A bare", "B node", "C review"],
    );
    await at.db.execute(sql`DELETE FROM playbook.action WHERE review_id IS NOT NULL`);
    await at.db.execute(sql`DELETE FROM playbook.review`);
  });

  it("is, for editors, what nobody owns and what asks for a decision", async () => {
    const { planId, deliverables } = at.plan;
    await createNode(at.db, { planId, kind: "risk", text: "Churn" });
    await at.db.execute(
      sql`INSERT INTO playbook.question (id, plan_id, code, message, line_from, line_to, asked_at)
          VALUES (${newId()}, ${planId}, 'metric_unknown', 'What measures “Reach”?', 1, 1, '2027-01-04T08:00:00Z')`,
    );
    const { itemId } = await at.call<{ itemId: string }>("playbook.add_evidence", {
      deliverableIds: [deliverables[1]],
      kind: "link",
      url: "https://example.com",
    });
    await at.call("playbook.withdraw_evidence", { itemId, reason: "Wrong page" });
    await at.call("playbook.draft_review", {});
    assert.deepEqual(await mine("editor"), [
      ["evidence", "deliverable", "Press list", true],
      ["decision", "review", "Review of the week of 11 January 2027", false],
      ["decision", "question", "What measures “Reach”?", false],
      ["risk", "risk", "Churn", false],
    ]);
    assert.deepEqual((await mine("support")).length, 1);
  });

  it("is, for who may open it, a gate whose criteria are met", async () => {
    const { planId, phaseId } = at.plan;
    const gateId = newId();
    const criterionId = await createNode(at.db, {
      planId,
      kind: "criterion",
      text: "100 customers",
      phaseId,
    });
    await at.db.execute(
      sql`INSERT INTO playbook.gate (id, plan_id, phase_id, due_on) VALUES (${gateId}, ${planId}, ${phaseId}, '2027-06-30')`,
    );
    await at.db.execute(
      sql`INSERT INTO playbook.gate_criterion (gate_id, node_id, added_at) VALUES (${gateId}, ${criterionId}, '2027-01-04T00:00:00Z')`,
    );
    const gate = ["decision", "gate", "Gate at the end of Foundation", false];
    const offered = async (role: "owner" | "editor") =>
      (await mine(role)).some((item) => item.join() === gate.join());
    assert.equal(await offered("owner"), false);
    await at.call(
      "playbook.waive_criterion",
      { gateId, nodeId: criterionId, reason: "Ninety is enough", expiresOn: "2027-01-19" },
      "owner",
    );
    assert.equal(await offered("owner"), true);
    assert.equal(await offered("editor"), false);
    at.house.clock.set(Temporal.Instant.from("2027-01-20T09:00:00Z"));
    assert.equal(await offered("owner"), false, "the waiver has run out");
  });
});
