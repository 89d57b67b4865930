import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

type Role = "owner" | "admin" | "editor" | "support" | "finance" | "viewer";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse();
});
after(() => at.house.close());

/** What was told since the last look: to whom, of what kind, in which words, leading where. */
async function told(): Promise<[string, string, string, string][]> {
  await at.house.drain();
  await at.house.drain();
  const found = await rows<{ name: string; kind: string; title: string; href: string }>(
    at.db,
    sql`DELETE FROM platform.notification n USING auth.person p WHERE p.id = n.person_id
        RETURNING p.name, n.kind, n.title, n.href`,
  );
  return found
    .map(({ name, kind, title, href }): [string, string, string, string] => [
      name,
      kind.replace("playbook.", ""),
      title,
      href,
    ])
    .toSorted();
}
const names = (...roles: Role[]) => roles.map((role) => NAMES[role]).toSorted();

describe("people are told", () => {
  it("when a comment calls them, but not of their own words", async () => {
    const [nodeId] = at.plan.deliverables;
    const mentions = [personId(at.house, "support"), personId(at.house, "editor")];
    await at.call("playbook.add_comment", { subjectKind: "node", subjectId: nodeId, body: "Look", mentions });
    const title = `${NAMES.editor} mentions you on “Website and landing pages”`;
    assert.deepEqual(await told(), [
      [NAMES.support, "mentioned", title, `/console/plan/deliverables/${nodeId}`],
    ]);
  });

  it("when somebody else gives them something", async () => {
    const [nodeId] = at.plan.deliverables;
    const support = personId(at.house, "support");
    await at.call("playbook.assign_node", { nodeId, ownerId: support });
    await at.call("playbook.assign_action", {
      text: "Call the printer",
      assigneeId: support,
      dueOn: "2027-01-20",
    });
    await at.call("playbook.assign_action", { text: "My own", assigneeId: personId(at.house, "editor") });
    assert.deepEqual(await told(), [
      [NAMES.support, "assigned", "For you to do, by 20 Jan: Call the printer", "/console"],
      [
        NAMES.support,
        "assigned",
        "You own “Website and landing pages” now",
        `/console/plan/deliverables/${nodeId}`,
      ],
    ]);
  });

  it("when what they own loses its proof; where nobody owns it, those who can give it an owner", async () => {
    const [owned] = at.plan.deliverables;
    const orphan = await createNode(at.db, {
      planId: at.plan.planId,
      kind: "deliverable",
      text: "Press list",
    });
    const { itemId } = await at.call<{ itemId: string }>("playbook.add_evidence", {
      deliverableIds: [owned, orphan],
      kind: "link",
      url: "https://example.com",
    });
    await at.call("playbook.withdraw_evidence", { itemId, reason: "Wrong" });
    assert.deepEqual(
      (await told()).map(([name, , title]) => [name, title]),
      [
        [NAMES.support, "“Website and landing pages” is open again"],
        ...names("admin", "owner").map((name) => [name, "“Press list” is open again"]),
      ].toSorted(),
    );
  });

  it("when a risk rises", async () => {
    const riskId = await createNode(at.db, { planId: at.plan.planId, kind: "risk", text: "Churn" });
    await at.call("playbook.own_risk", { riskId, ownerId: personId(at.house, "finance") }, "finance");
    for (const probability of [2, 4])
      await at.call("playbook.assess_risk", { riskId, probability, impact: 4 }, "finance");
    assert.deepEqual(await told(), [], "not of what they did themselves");
    await at.call("playbook.assess_risk", { riskId, probability: 5, impact: 4 });
    assert.deepEqual(await told(), [
      [NAMES.finance, "risk_raised", "The risk “Churn” rose to 20 of 25", `/console/plan/risks/${riskId}`],
    ]);
  });

  it("when a gate is opened, all but who opened it", async () => {
    const { planId, phaseId, workPackageId } = at.plan;
    const gateId = newId();
    const nodeId = await createNode(at.db, { planId, kind: "criterion", text: "Signed off", workPackageId });
    await at.db.execute(sql`INSERT INTO playbook.gate (id, plan_id, phase_id, due_on)
                            VALUES (${gateId}, ${planId}, ${phaseId}, '2027-06-30')`);
    await at.db.execute(
      sql`INSERT INTO playbook.gate_criterion (gate_id, node_id, added_at)
                            VALUES (${gateId}, ${nodeId}, '2027-01-04')`,
    );
    await at.call(
      "playbook.waive_criterion",
      { gateId, nodeId, reason: "Done by word", expiresOn: "2027-06-30" },
      "admin",
    );
    await at.call("playbook.open_gate", { gateId, note: "Well done" }, "admin");
    assert.deepEqual(
      await told(),
      names("owner", "editor", "support", "finance", "viewer").map((name) => [
        name,
        "gate_opened",
        `The gate at the end of “Foundation” is open, decided by ${NAMES.admin}`,
        "/console/plan/gates",
      ]),
    );
  });

  it("when the review is ready, once; and all of them when it is signed, by mail, unless they do not want it", async () => {
    const { reviewId } = await at.call<{ reviewId: string }>("playbook.draft_review", {});
    await at.call("playbook.draft_review", {});
    const href = `/console/plan/reviews/${reviewId}`;
    assert.deepEqual(
      await told(),
      names("owner", "admin", "editor").map((name) => [
        name,
        "review_ready",
        "The review of the week of 28 December 2026 is ready",
        href,
      ]),
    );
    await at.db.execute(
      sql`INSERT INTO platform.notification_preference (person_id, kind, delivery)
          VALUES (${personId(at.house, "viewer")}, 'playbook.weekly_review', 'off')`,
    );
    await at.call("playbook.edit_review_summary", { reviewId, summary: "We begin." });
    await at.call("playbook.sign_review", { reviewId });
    const title = `Review of the week of 28 December 2026, signed by ${NAMES.editor}`;
    assert.deepEqual(
      await told(),
      names("owner", "admin", "editor", "support", "finance").map((name) => [
        name,
        "weekly_review",
        title,
        href,
      ]),
    );
    const mails = await rows<{ to_name: string; subject: string; text: string }>(
      at.db,
      sql`SELECT to_name, subject, text FROM kernel.mail WHERE kind = 'playbook.weekly_review' ORDER BY to_name`,
    );
    assert.deepEqual(
      mails.map(({ to_name: name }) => name),
      names("owner", "admin", "editor", "support", "finance"),
    );
    const [mail] = mails;
    assert.equal(mail?.subject, title);
    for (const words of ["We begin.", "Plan against actual", "Risks that moved", "Decisions needed", href])
      assert.ok(mail?.text.includes(words), words);
  });
});
