import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { playbookSearch } from "#modules/playbook/search.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse({ deliverables: ["Press list", "Our press"] });
});
after(() => at.house.close());

async function find(text: string, limit = 10) {
  const found = await Promise.all(playbookSearch.map((source) => source.find(at.db, { text, limit })));
  return found.flat();
}
const titles = async (text: string, limit?: number) =>
  (await find(text, limit)).map(({ kind, title }) => [kind, title]);

describe("searching the plan", () => {
  it("finds work packages, deliverables, criteria, risks and experiments where they are", async () => {
    const { planId, workPackageId, deliverables } = at.plan;
    const riskId = await createNode(at.db, { planId, kind: "risk", text: "Press ignores us" });
    const nodeId = await createNode(at.db, { planId, kind: "kpi", text: "Press mentions" });
    const { id } = await at.call<{ id: string }>("playbook.create_experiment", {
      title: "Call first",
      hypothesis: "A call before the press release doubles replies",
      startsOn: "2027-01-04",
      endsOn: "2027-01-18",
    });
    assert.deepEqual(
      (await find("press")).map(({ href }) => href),
      [
        `/console/plan/deliverables/${deliverables[0]}`,
        `/console/plan/deliverables/${deliverables[1]}`,
        `/console/plan/scorecard/${nodeId}`,
        `/console/plan/risks/${riskId}`,
        `/console/plan/experiments/${id}`,
      ],
    );
    assert.deepEqual(
      (await find("public presence")).map(({ kind, href }) => [kind, href]),
      [["Work package", `/console/plan/work/${workPackageId}`]],
    );
  });

  it("puts what begins with the words first, says where it belongs, and stops at the limit", async () => {
    assert.deepEqual(await titles("press", 1), [
      ["Deliverable", "Press list"],
      ["Criterion", "Press mentions"],
      ["Risk", "Press ignores us"],
      ["Experiment", "Call first"],
    ]);
    assert.deepEqual(await titles("OUR PRESS"), [["Deliverable", "Our press"]]);
    assert.equal((await find("our press"))[0]?.detail, "Public presence");
  });

  it("takes signs literally", async () => {
    assert.deepEqual(await titles("%"), []);
    assert.deepEqual(await titles("pre_s"), []);
  });
});
