import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { evaluateTriggers, type RiskTrigger } from "./evaluate-triggers.ts";
import { riskMatrix } from "./risk-matrix.ts";
import { riskMovements } from "./risk-movement.ts";
import { riskBand, riskScore } from "./score-risk.ts";

const cost: RiskTrigger = {
  metric: "billing.cost_per_customer",
  title: "Cost per customer",
  op: ">",
  level: 1680,
  raiseTo: { probability: 4 },
  currency: "USD",
};

const risk = (id: string, probability: number | null, impact: number | null) => ({
  id,
  title: id,
  probability,
  impact,
});

describe("scores", () => {
  it("are probability times impact, and unknown until both are rated", () => {
    assert.equal(riskScore({ probability: 3, impact: 4 }), 12);
    assert.equal(riskScore({ probability: null, impact: 4 }), null);
    assert.throws(() => riskScore({ probability: 0, impact: 4 }), RangeError);
    assert.throws(() => riskScore({ probability: 3, impact: 5.5 }), RangeError);
  });

  it("fall into four bands, and a higher score never into a lower one", () => {
    assert.deepEqual([4, 5, 9, 10, 16, 20, 25].map(riskBand), [
      "low",
      "moderate",
      "moderate",
      "high",
      "high",
      "critical",
      "critical",
    ]);
  });
});

describe("the matrix", () => {
  it("has very likely on top and places each rated risk once", () => {
    const matrix = riskMatrix([
      { id: "a", probability: 5, impact: 1 },
      { id: "b", probability: 3, impact: 4 },
      { id: "c", probability: 3, impact: 4 },
      { id: "d", probability: null, impact: null },
    ]);
    assert.deepEqual(
      matrix.rows.map((row) => row.length),
      [5, 5, 5, 5, 5],
    );
    assert.deepEqual(matrix.rows[0]?.[0]?.riskIds, ["a"]);
    const cell = matrix.rows[2]?.[3];
    assert.deepEqual(cell, { probability: 3, impact: 4, score: 12, band: "high", riskIds: ["b", "c"] });
    assert.deepEqual(matrix.unrated, ["d"]);
    assert.equal(
      matrix.rows.flat().reduce((sum, one) => sum + one.riskIds.length, 0),
      3,
    );
  });
});

describe("triggers", () => {
  it("raise a risk when the metric breaches, and say why", () => {
    const outcome = evaluateTriggers({ probability: 3, impact: 4 }, [cost], { [cost.metric]: 1700 });
    assert.deepEqual(outcome, {
      rating: { probability: 4, impact: 4 },
      raised: true,
      breaches: [{ metric: cost.metric, value: 1700, reason: "Cost per customer is $1,700, above $1,680" }],
    });
  });

  it("do nothing at the level, or without a value", () => {
    for (const value of [1680, null]) {
      const outcome = evaluateTriggers({ probability: 3, impact: 4 }, [cost], { [cost.metric]: value });
      assert.deepEqual([outcome.raised, outcome.breaches], [false, []]);
    }
    assert.equal(evaluateTriggers({ probability: 3, impact: 4 }, [cost], {}).raised, false);
  });

  it("never lower a rating, and rate what was unrated", () => {
    const high = evaluateTriggers({ probability: 5, impact: 4 }, [cost], { [cost.metric]: 1700 });
    assert.deepEqual([high.raised, high.rating.probability, high.breaches.length], [false, 5, 1]);
    const fresh = evaluateTriggers({ probability: null, impact: 2 }, [cost], { [cost.metric]: 1700 });
    assert.deepEqual([fresh.raised, fresh.rating], [true, { probability: 4, impact: 2 }]);
  });

  it("refuse a rating that does not exist", () => {
    const wrong = { ...cost, raiseTo: { impact: 6 } };
    assert.throws(
      () => evaluateTriggers({ probability: 1, impact: 1 }, [wrong], { [cost.metric]: 1700 }),
      RangeError,
    );
  });

  it("evaluated twice change nothing more, in whatever order they stand", () => {
    const scale = fc.integer({ min: 1, max: 5 });
    const trigger = fc.record({
      metric: fc.constantFrom("a", "b"),
      op: fc.constantFrom<RiskTrigger["op"]>(">=", ">", "<=", "<", "="),
      level: fc.integer({ min: 0, max: 10 }),
      raiseTo: fc.record({ probability: scale, impact: scale }, { requiredKeys: [] }),
    });
    const values = fc.record({
      a: fc.option(fc.integer({ min: 0, max: 10 })),
      b: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(scale, scale, fc.array(trigger), values, (probability, impact, triggers, measured) => {
        const once = evaluateTriggers({ probability, impact }, triggers, measured);
        assert.equal(evaluateTriggers(once.rating, triggers, measured).raised, false);
        assert.deepEqual(
          evaluateTriggers({ probability, impact }, triggers.toReversed(), measured).rating,
          once.rating,
        );
        assert.ok(riskScore(once.rating)! >= probability * impact);
      }),
    );
  });
});

describe("movement since last week", () => {
  it("tells new, closed, rated, raised, lowered and unchanged apart", () => {
    const before = [
      risk("up", 3, 3),
      risk("down", 3, 3),
      risk("same", 2, 3),
      risk("gone", 5, 5),
      risk("blank", null, 3),
    ];
    const now = [
      risk("up", 3, 4),
      risk("down", 2, 3),
      risk("same", 3, 2),
      risk("fresh", 1, 2),
      risk("blank", 2, 3),
    ];
    assert.deepEqual(
      riskMovements(before, now).map(({ id, kind, from, to }) => [id, kind, from, to]),
      [
        ["up", "raised", 9, 12],
        ["down", "lowered", 9, 6],
        ["same", "unchanged", 6, 6],
        ["fresh", "new", null, 2],
        ["blank", "rated", null, 6],
        ["gone", "closed", 25, null],
      ],
    );
  });
});
