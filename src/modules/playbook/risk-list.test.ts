import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { createRisks } from "#modules/playbook/commands/create-risks.ts";
import type { RiskDetail, RiskPage } from "#modules/playbook/contract/risks.ts";
import { personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse();
});
after(() => at.house.close());

async function newRisk(text: string, rated: { probability?: string; impact?: string } = {}): Promise<string> {
  const { planId } = at.plan;
  const id = await createNode(at.db, { planId, kind: "risk", text });
  await createRisks(at.db, { planId, risks: [{ id, ...rated }], now: at.house.clock.now() });
  return id;
}
const get = (riskId: string) =>
  at.call<z.output<typeof RiskDetail>>("playbook.get_risk", { riskId }, "viewer");
const list = (input: object) => at.call<z.output<typeof RiskPage>>("playbook.list_risks", input, "viewer");

const texts = async (input: object) => (await list({ limit: 200, ...input })).risks.map(({ text }) => text);

describe("narrowing and sorting risks", () => {
  it("by the cell of the map, the owner, what is not rated, and what moved", async () => {
    const riskId = await newRisk("Cellar", { probability: "4", impact: "1" });
    await newRisk("Attic");
    assert.deepEqual(await texts({ probability: 4, impact: 1 }), ["Cellar"]);
    assert.ok((await texts({ unrated: true })).includes("Attic"));
    assert.ok(!(await texts({ unrated: true })).includes("Cellar"));
    assert.ok(!(await texts({ moved: true })).includes("Cellar"));
    await at.call("playbook.own_risk", { riskId, ownerId: personId(at.house, "admin") });
    assert.deepEqual(await texts({ ownerId: personId(at.house, "admin") }), ["Cellar"]);
    assert.equal((await get(riskId)).lastChange?.cause, "Has an owner now");
    assert.ok((await texts({ moved: true })).includes("Cellar"));
    at.house.clock.advance({ hours: 24 * 8 });
    assert.ok(!(await texts({ moved: true })).includes("Cellar"));
  });

  it("in each order, without a gap, both ways, however long the words are", async () => {
    const long = "ئ".repeat(400);
    await newRisk(`${long} two`);
    await newRisk(`${long} one`);
    for (const text of ["zebra", "Änne leaves"]) await newRisk(text, { probability: "1" });
    for (const sort of ["score", "text", "owner", "status"])
      for (const direction of ["asc", "desc"]) {
        const whole = await list({ limit: 200, sort, direction });
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ limit: 4, sort, direction, cursor });
          assert.equal(page.total, whole.risks.length);
          seen.push(...page.risks.map(({ id }) => id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        assert.deepEqual(
          seen,
          whole.risks.map(({ id }) => id),
          `${sort} ${direction}`,
        );
      }
    const names = await texts({ sort: "text", direction: "asc" });
    const latin = names.filter((name) => /^\p{Script=Latin}/u.test(name));
    assert.deepEqual(latin, ["Änne leaves", "Attic", "Cellar", "zebra"]);
  });
});
