import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aboutOf } from "./about.ts";
import { tell } from "./tell.ts";
import type { Names } from "./types.ts";

const names: Names = {
  thing: (id) =>
    ({ d1: "Website", w1: "Launch", w2: "Design", g1: "Gate to Growth" })[String(id)] ?? "something",
  person: (id) => (id === "p1" ? "Ana Ruiz" : "somebody who left"),
  metric: () => "Customers",
  day: () => "4 May",
};
const say = (event: string, payload: Record<string, unknown>, who: string | null = "Ben Cole") =>
  tell({ event: `playbook.${event}`, title: "Something changed", payload, who }, names);

describe("sentences of what happened", () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ["plan_imported", { first: true }, "Ben Cole imported the plan."],
    [
      "value_reported",
      { metric: "m", value: 71, asOfOn: "d" },
      "Ben Cole reported 71 for Customers, as of 4 May.",
    ],
    ["gate_opened", { gateId: "g1" }, "Ben Cole opened the gate to Growth."],
    [
      "evidence_added",
      { kind: "link", title: "wiki", deliverableIds: ["d1"] },
      "Ben Cole brought the link “wiki” for “Website”.",
    ],
    [
      "evidence_added",
      { kind: "note", title: "Done", deliverableIds: ["d1", "d2"] },
      "Ben Cole signed a note for 2 deliverables: “Done”.",
    ],
    ["evidence_withdrawn", { title: "wiki", reason: "Old." }, "Ben Cole withdrew “wiki”: Old."],
    ["node_assigned", { text: "Website", ownerId: "p1" }, "Ben Cole gave “Website” to Ana Ruiz."],
    ["node_assigned", { text: "Website", ownerId: null }, "Ben Cole took “Website” from its owner."],
    [
      "action_assigned",
      { text: "Call", assigneeId: "p1", dueOn: "d" },
      "Ben Cole agreed on “Call” with Ana Ruiz, by 4 May.",
    ],
    [
      "work_package_moved",
      { workPackageId: "w1", startsOn: "d", follows: 1 },
      "Ben Cole moved “Launch” to 4 May; 1 package follows.",
    ],
    ["dependency_added", { fromId: "w2", toId: "w1" }, "Ben Cole let “Launch” wait for “Design”."],
    ["checked_in", { nodeId: "w1", confidence: 4 }, "Ben Cole checked in on “Launch”: likely."],
    [
      "deliverable_reopened",
      { text: "Website", reason: "“Pricing” was unpublished; 4 of 5 remain" },
      "“Website” is open again: “Pricing” was unpublished; 4 of 5 remain.",
    ],
    [
      "risk_raised",
      { text: "Churn", to: 20, cause: "Two left." },
      "The risk “Churn” rose to 20 of 25: Two left.",
    ],
    [
      "criterion_changed",
      { nodeId: "d1", state: "at_risk", reason: "71 of 100" },
      "“Website” is at risk: 71 of 100.",
    ],
    ["never_heard_of", {}, "Ben Cole: something changed."],
  ];
  for (const [event, payload, sentence] of cases)
    it(sentence, () => assert.equal(say(event, payload), sentence));

  it("name the house where nobody did it", () => {
    assert.equal(say("baseline_taken", { name: "Import" }, null), "Cairn took the baseline “Import”.");
    assert.equal(say("never_heard_of", {}, null), "Something changed.");
  });
});

describe("what a fact is about", () => {
  it("is the most particular thing it names", () => {
    assert.deepEqual(aboutOf({ payload: { planId: "p", riskId: "r" } }), { kind: "node", id: "r" });
    assert.deepEqual(aboutOf({ payload: { planId: "p", reviewId: "r", nodeId: null } }), {
      kind: "review",
      id: "r",
    });
    assert.deepEqual(aboutOf({ payload: { subjectKind: "experiment", subjectId: "x", planId: "p" } }), {
      kind: "experiment",
      id: "x",
    });
    assert.deepEqual(aboutOf({ payload: { deliverableIds: ["d"], planId: "p" } }), { kind: "node", id: "d" });
    assert.equal(aboutOf({ payload: {} }), null);
  });
});
