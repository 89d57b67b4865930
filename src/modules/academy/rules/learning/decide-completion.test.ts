import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { CompletionRule } from "#modules/academy/contract/content.ts";
import { creditActive, creditPlayed, MAX_SPEED } from "#modules/academy/rules/learning/credit-activity.ts";
import { decideCompletion, type LessonEvidence } from "#modules/academy/rules/learning/decide-completion.ts";
import { seatLearners } from "#modules/academy/rules/learning/seat-learners.ts";

const nothing: LessonEvidence = {
  activeMs: 0,
  recordings: [],
  scorePpm: null,
  isSubmitted: false,
  isConfirmed: false,
  isPackageCompleted: false,
};

describe("what completes a lesson", () => {
  const cases: [CompletionRule, Partial<LessonEvidence>, boolean, number][] = [
    [{ rule: "read", seconds: 60 }, { activeMs: 59_999 }, false, 59],
    [{ rule: "read", seconds: 60 }, { activeMs: 60_000 }, true, 60],
    [{ rule: "read", seconds: 60 }, { activeMs: 600_000 }, true, 60],
    [{ rule: "read", seconds: 0 }, {}, true, 0],
    [{ rule: "watch", percent: 90 }, { recordings: [{ durationMs: 1000, playedMs: 899 }] }, false, 89],
    [{ rule: "watch", percent: 90 }, { recordings: [{ durationMs: 1000, playedMs: 900 }] }, true, 90],
    [
      { rule: "watch", percent: 90 },
      {
        recordings: [
          { durationMs: 1000, playedMs: 1000 },
          { durationMs: 9000, playedMs: 0 },
        ],
      },
      false,
      10,
    ],
    [{ rule: "quiz", percent: 70 }, { scorePpm: 699_999 }, false, 69],
    [{ rule: "quiz", percent: 70 }, { scorePpm: 700_000 }, true, 70],
    [{ rule: "quiz", percent: 0 }, {}, false, 0],
    [{ rule: "quiz", percent: 0 }, { scorePpm: 0 }, true, 0],
    [{ rule: "submit" }, { isSubmitted: true }, true, 1],
    [{ rule: "grade", percent: 60 }, { isSubmitted: true }, false, 0],
    [{ rule: "package" }, { isPackageCompleted: true }, true, 1],
    [{ rule: "confirm" }, { isConfirmed: true }, true, 1],
    [{ rule: "confirm" }, { activeMs: 9_999_999, scorePpm: 1_000_000 }, false, 0],
  ];
  for (const [rule, evidence, isMet, have] of cases)
    it(`${JSON.stringify(rule)} with ${JSON.stringify(evidence)}: ${isMet ? "met" : "not met"}`, () => {
      const decided = decideCompletion(rule, { ...nothing, ...evidence });
      assert.deepEqual([decided.isMet, decided.have], [isMet, have]);
    });

  it("is never more than time allows", () => {
    const stretch = fc.record({ fromMs: fc.nat(100_000), toMs: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(stretch), fc.nat(200_000), fc.nat(200_000), (claimed, claimedMs, elapsed) => {
        const credited = creditPlayed(claimed, elapsed);
        const sum = credited.reduce((all, { fromMs, toMs }) => all + toMs - fromMs, 0);
        assert.ok(sum <= elapsed * MAX_SPEED);
        assert.ok(credited.every(({ fromMs, toMs }) => toMs > fromMs));
        assert.ok(creditActive(claimedMs, elapsed) <= elapsed);
      }),
    );
    assert.deepEqual(creditPlayed([{ fromMs: 90_000, toMs: 90_000 }], 60_000), []);
    assert.equal(creditActive(1000, -5), 0);
  });
});

describe("seats of an account", () => {
  const learner = (id: string, status: "active" | "suspended" | "revoked" | "expired" | "cancelled") => ({
    id,
    status,
  });
  const after = (
    learners: Parameters<typeof seatLearners>[0],
    seats: number,
    loss: "suspended" | "revoked" = "suspended",
  ) => seatLearners(learners, { seats, loss }).map(({ learner: { id }, status }) => `${id} ${status}`);

  it("go to who came first, and not to who was taken out", () => {
    const three = [
      learner("a", "active"),
      learner("b", "cancelled"),
      learner("c", "active"),
      learner("d", "active"),
    ];
    assert.deepEqual(after(three, 2), ["a active", "c active", "d suspended"]);
    assert.deepEqual(after(three, 0, "revoked"), ["a revoked", "c revoked", "d revoked"]);
  });

  it("come back when they are paid, whatever had closed them", () => {
    assert.deepEqual(after([learner("a", "revoked"), learner("b", "suspended")], 2), [
      "a active",
      "b active",
    ]);
  });

  it("keep a refund a refund when a late message says suspended", () => {
    assert.deepEqual(after([learner("a", "revoked")], 0), ["a revoked"]);
    assert.deepEqual(after([learner("a", "suspended")], 0, "revoked"), ["a revoked"]);
  });
});
