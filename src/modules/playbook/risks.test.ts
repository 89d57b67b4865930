import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineModule } from "#kernel/module.ts";
import { createRisks } from "#modules/playbook/commands/create-risks.ts";
import { reportMeasurement } from "#modules/playbook/commands/report-measurement.ts";
import type { HeatMap, RiskDetail, RiskPage } from "#modules/playbook/contract/risks.ts";
import { CriterionChanged, NodeAssigned, ValueReported } from "#modules/playbook/events.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { riskData } from "#modules/playbook/personal-data/risks.ts";
import { risksPart } from "#modules/playbook/risks-part.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import { openPlanHouse, type PlanHouse } from "#test/factories/plan-house.ts";

const playbook = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  ...risksPart,
  operations: [...risksPart.operations, reportMeasurement],
  events: [...risksPart.events, NodeAssigned, ValueReported, CriterionChanged],
});

const COST = "billing.cost_per_customer";
const WATCH = { metric: COST, op: ">", level: 1680, raiseTo: { probability: 5 } };

let at: PlanHouse;
before(async () => {
  at = await openPlanHouse({ modules: [playbook] });
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
const list = (input: object = {}) =>
  at.call<z.output<typeof RiskPage>>("playbook.list_risks", input, "viewer");
const assess = (riskId: string, probability: number, impact: number) =>
  at.call("playbook.assess_risk", { riskId, probability, impact });
const report = async (value: number) => {
  at.house.clock.advance({ minutes: 1 });
  await at.call("playbook.report_measurement", { metric: COST, value, source: "Stripe" });
  await at.house.drain();
};
const factsOf = (riskId: string) =>
  rows<{ name: string; payload: Record<string, unknown> }>(
    at.db,
    sql`SELECT name, payload FROM kernel.event WHERE payload->>'riskId' = ${riskId} ORDER BY seq`,
  );

describe("imported risks", () => {
  it("start unowned, open, and rated where the plan says so; imported again they stay as they are", async () => {
    const rated = await newRisk("Regulation", { probability: "Medium", impact: "4/5" });
    const bare = await newRisk("Competition", { probability: "35 %" });
    const { score, band, owner, status } = await get(rated);
    assert.deepEqual(
      { score, band, owner, status },
      { score: 12, band: "high", owner: null, status: "open" },
    );
    assert.equal((await get(bare)).score, null);
    await assess(rated, 1, 1);
    const { planId } = at.plan;
    await createRisks(at.db, { planId, risks: [{ id: rated, probability: "5" }], now: at.house.clock.now() });
    assert.equal((await get(rated)).probability, 1);
  });

  it("that have no row yet can be seen and rated all the same", async () => {
    const id = await createNode(at.db, { planId: at.plan.planId, kind: "risk", text: "Fresh" });
    assert.equal((await get(id)).score, null);
    await assess(id, 2, 3);
    assert.equal((await get(id)).score, 6);
  });
});

describe("working on a risk", () => {
  it("keeps every change with who made it", async () => {
    const riskId = await newRisk("Churn");
    await at.call("playbook.own_risk", { riskId, ownerId: personId(at.house, "support") });
    await at.call(
      "playbook.assess_risk",
      { riskId, probability: 2, impact: 4, note: "Two large customers" },
      "support",
    );
    await at.call(
      "playbook.respond_to_risk",
      { riskId, kind: "reduce", text: "Call each of them" },
      "support",
    );
    await assess(riskId, 3, 4);
    await at.call("playbook.change_risk_status", { riskId, status: "closed", note: "Both renewed" });
    const { owner, response, status, changes } = await get(riskId);
    assert.equal(owner?.name, NAMES.support);
    assert.deepEqual(response, { kind: "reduce", text: "Call each of them" });
    assert.equal(status, "closed");
    assert.deepEqual(
      changes.toReversed().map(({ by, cause, became }) => [by?.name, cause, became.probability]),
      [
        [NAMES.editor, "Has an owner now", null],
        [NAMES.support, "Two large customers", 2],
        [NAMES.support, "We reduce it: Call each of them", 2],
        [NAMES.editor, "Rated probability 3, impact 4", 3],
        [NAMES.editor, "Closed: Both renewed", 3],
      ],
    );
    const facts = await factsOf(riskId);
    assert.deepEqual(
      facts.map(({ name, payload }) => [name, payload.change ?? payload.byTrigger]),
      [
        ["playbook.risk_changed", "owned"],
        ["playbook.risk_changed", "assessed"],
        ["playbook.risk_changed", "responded"],
        ["playbook.risk_raised", false],
        ["playbook.risk_changed", "status"],
      ],
    );
  });

  it("changes nothing when nothing changed", async () => {
    const riskId = await newRisk("Quiet", { probability: "2", impact: "2" });
    await assess(riskId, 2, 2);
    await at.call("playbook.own_risk", { riskId, ownerId: null });
    await at.call("playbook.change_risk_status", { riskId, status: "open", note: "Still" });
    assert.deepEqual((await get(riskId)).changes, []);
  });

  it("stays within one to five, and belongs to people who work here", async () => {
    const riskId = await newRisk("Scale");
    for (const wrong of [0, 6, 2.5])
      await assert.rejects(assess(riskId, wrong, 3), { code: "input.invalid" });
    await assert.rejects(assess(newId(), 3, 3), { code: "playbook.node_not_found" });
    await assert.rejects(at.call("playbook.own_risk", { riskId, ownerId: newId() }), {
      code: "playbook.assignee_unknown",
    });
  });
});

describe("triggers", () => {
  it("raise a risk by themselves when the metric passes the level, once for each breach", async () => {
    const riskId = await newRisk("Acquisition", { probability: "3", impact: "4" });
    await at.call("playbook.set_risk_trigger", { riskId, trigger: WATCH });
    const watched = await get(riskId);
    assert.equal(watched.trigger?.sentence, "Cost per customer above 1,680 raises probability to 5");
    assert.equal(watched.trigger?.valueReason, "No source yet");

    await report(1680);
    assert.equal((await get(riskId)).triggeredAt, null);
    await report(1700);
    const raised = await get(riskId);
    assert.deepEqual([raised.score, raised.triggeredAt !== null], [20, true]);
    assert.deepEqual(
      [raised.changes[0]?.cause, raised.changes[0]?.by],
      ["Cost per customer is 1,700, above 1,680", null],
    );
    const last = (await factsOf(riskId)).at(-1);
    assert.deepEqual([last?.name, last?.payload.byTrigger], ["playbook.risk_raised", true]);

    await assess(riskId, 2, 4);
    await report(1800);
    await at.house.runJob("playbook.check_risks");
    assert.equal((await get(riskId)).score, 8, "who lowers it during the breach knows why");
    await report(1500);
    const calm = await get(riskId);
    assert.deepEqual([calm.score, calm.triggeredAt], [8, null], "an end lowers nothing");
    await report(1900);
    assert.equal((await get(riskId)).score, 20);
  });

  it("raise at once when the level is passed already, and never a risk that is closed", async () => {
    await report(2000);
    const open = await newRisk("Late watch", { probability: "1", impact: "3" });
    await at.call("playbook.set_risk_trigger", { riskId: open, trigger: WATCH });
    assert.equal((await get(open)).score, 15);
    const closed = await newRisk("Over", { probability: "1", impact: "3" });
    await at.call("playbook.change_risk_status", { riskId: closed, status: "closed", note: "Sold" });
    await at.call("playbook.set_risk_trigger", { riskId: closed, trigger: WATCH });
    await at.house.runJob("playbook.check_risks");
    assert.equal((await get(closed)).score, 3);
  });

  it("raise once when two checks run at once", async () => {
    const riskId = await newRisk("Contested", { probability: "1", impact: "3" });
    await at.db.execute(
      sql`UPDATE playbook.risk SET trigger = ${JSON.stringify(WATCH)}::jsonb WHERE node_id = ${riskId}`,
    );
    await Promise.all(Array.from({ length: 4 }, () => at.call("playbook.check_risks", {})));
    assert.equal((await get(riskId)).changes.length, 1);
  });

  it("need something to raise", async () => {
    const riskId = await newRisk("Empty watch");
    await assert.rejects(
      at.call("playbook.set_risk_trigger", { riskId, trigger: { ...WATCH, raiseTo: {} } }),
      {
        code: "input.invalid",
      },
    );
  });
});

describe("seeing risks", () => {
  it("on the map: each rated open risk once, the unrated beside it", async () => {
    const placed = await newRisk("Placed", { probability: "2", impact: "5" });
    const unrated = await newRisk("Unrated");
    const map = await at.call<z.output<typeof HeatMap>>("playbook.get_heat_map", {}, "viewer");
    assert.deepEqual(
      map.rows.map((row) => row.length),
      [5, 5, 5, 5, 5],
    );
    assert.ok(map.rows[3]?.[4]?.risks.some(({ id }) => id === placed));
    assert.ok(map.unrated.some(({ id }) => id === unrated));
    const shown = map.rows.flat().flatMap(({ risks }) => risks).length + map.unrated.length;
    assert.equal(shown, (await list()).counts.open);
  });

  it("in a list that is paged without a gap and narrowed by what matters", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 3, cursor });
      seen.push(...page.risks.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const whole = await list({ limit: 200 });
    assert.deepEqual(
      seen,
      whole.risks.map(({ id }) => id),
    );
    const scores = whole.risks.map(({ score }) => score ?? 26);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    const unowned = await list({ unowned: true, status: "open", limit: 200 });
    assert.equal(unowned.risks.length, whole.counts.unowned);
    const critical = await list({ band: "critical", limit: 200 });
    assert.ok(critical.risks.length > 0 && critical.risks.every(({ score }) => (score ?? 0) >= 17));
  });
});

describe("who may", () => {
  it("take a risk nobody owns; give and take away is for editors", async () => {
    const riskId = await newRisk("Nobody's");
    const own = (role: "support" | "finance" | "viewer", ownerId: string | null) =>
      at.call("playbook.own_risk", { riskId, ownerId }, role);
    await assert.rejects(own("support", personId(at.house, "finance")), { kind: "forbidden" });
    await assert.rejects(own("viewer", personId(at.house, "viewer")), { kind: "forbidden" });
    await own("support", personId(at.house, "support"));
    await assert.rejects(own("finance", personId(at.house, "finance")), { kind: "forbidden" });
    await assert.rejects(own("support", null), { kind: "forbidden" });
  });

  it("rate and answer: the owner and editors", async () => {
    const riskId = await newRisk("Guarded");
    for (const [operation, input] of [
      ["assess_risk", { probability: 1, impact: 1 }],
      ["respond_to_risk", { kind: "accept", text: "Small" }],
      ["set_risk_trigger", { trigger: null }],
      ["change_risk_status", { status: "closed", note: "Gone" }],
    ] as const) {
      const input2 = { riskId, ...input };
      for (const role of ["support", "finance", "viewer"] as const)
        await assert.rejects(at.call(`playbook.${operation}`, input2, role), { kind: "forbidden" });
    }
  });

  it("be forgotten", async () => {
    const riskId = await newRisk("Memory");
    await at.call("playbook.own_risk", { riskId, ownerId: personId(at.house, "finance") }, "finance");
    const person = personId(at.house, "finance");
    assert.equal((await riskData.export(at.db, person)).length, 1);
    await riskData.erase(at.db, person);
    const named = sql`SELECT 1 FROM playbook.risk_change WHERE became::text LIKE ${`%${person}%`} OR by_person_id = ${person}`;
    assert.deepEqual(await rows(at.db, named), []);
  });
});
