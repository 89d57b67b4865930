import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { judgeEvent, takenAt } from "./judge-event.ts";
import { includedIn, type MeterGrant, overageOf, overagePriceIn, quotaAt } from "./quota.ts";

const day = (number: number) => Temporal.Instant.from("2027-01-01T00:00:00Z").add({ hours: 24 * number });
const grant = (
  from: number,
  until: number | null,
  quantity: number | null,
  quota: "hard" | "soft" = "hard",
  overageMinor: number | null = null,
): MeterGrant => ({
  quantity,
  quota,
  overageMinor,
  sourceId: "one",
  fromAt: day(from),
  untilAt: until === null ? null : day(until),
});
const january = { fromAt: day(0), untilAt: day(31) };

describe("what may be used at an instant", () => {
  it("is the sum of what is in force, from its first instant to before its last", () => {
    const grants = [grant(0, 10, 20), grant(5, null, 5)];
    assert.deepEqual(
      [0, 5, 10].map((at) => quotaAt(grants, day(at)).limit),
      [20, 25, 5],
    );
  });

  it("is a hard nothing where nothing is granted, and without limit where one grant is", () => {
    assert.deepEqual(quotaAt([], day(0)), { kind: "hard", limit: 0 });
    assert.deepEqual(quotaAt([grant(0, null, 20), grant(0, null, null, "soft")], day(1)), {
      kind: "soft",
      limit: null,
    });
  });
});

describe("what a period includes", () => {
  it("is the larger plan for who changed to it, or from it, in between", () => {
    assert.equal(includedIn([grant(-40, 12, 20), grant(12, null, 100)], january), 100);
    assert.equal(includedIn([grant(-40, 12, 100), grant(12, null, 20)], january), 100);
  });

  it("knows nothing of the periods beside it", () => {
    assert.equal(includedIn([grant(-40, 0, 500), grant(0, null, 20)], january), 20);
    assert.equal(includedIn([grant(0, 31, 20), grant(31, null, 500)], january), 20);
    assert.equal(includedIn([grant(31, null, 500)], january), 0);
  });

  it("is never less than what may be used at any instant of it", () => {
    const one = fc.record({
      from: fc.integer({ min: -20, max: 40 }),
      length: fc.option(fc.integer({ min: 0, max: 40 })),
      quantity: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.integer({ min: 0, max: 30 }), (several, at) => {
        const grants = several.map(({ from, length, quantity }) =>
          grant(from, length === null ? null : from + length, quantity),
        );
        const included = includedIn(grants, january) ?? Number.POSITIVE_INFINITY;
        assert.ok((quotaAt(grants, day(at)).limit ?? 0) <= included);
        const all = Array.from({ length: 31 }, (_, number) => quotaAt(grants, day(number)).limit ?? 0);
        assert.equal(included, Math.max(...all));
      }),
    );
  });
});

describe("units beyond a quota", () => {
  it("cost what the last soft grant of the period says", () => {
    const grants = [
      grant(-40, 12, 20, "soft", 300),
      grant(12, 40, 50, "soft", 250),
      grant(40, null, 50, "soft", 9),
    ];
    assert.equal(overagePriceIn(grants, january), 250);
    assert.equal(overagePriceIn([grant(0, null, 20, "hard")], january), null);
    assert.equal(overagePriceIn([grant(-9, 0, 20, "soft", 300)], january), null);
  });

  it("are none where there is no limit", () => {
    assert.deepEqual([overageOf(25, 20), overageOf(20, 20), overageOf(25, null)], [5, 0, 0]);
  });
});

describe("an event", () => {
  const now = day(10);
  const latest = takenAt(now);
  it("is counted softly, within a hard quota, or not at all", () => {
    assert.equal(judgeEvent([grant(0, null, 5, "soft")], day(9), latest), "soft");
    assert.equal(judgeEvent([grant(0, null, 5)], day(9), latest), "hard");
    assert.equal(judgeEvent([grant(0, null, 5), grant(0, null, 5, "soft")], day(9), latest), "soft");
    assert.equal(judgeEvent(undefined, day(9), latest), "not_granted");
  });

  it("after the grant ended counts where it was soft", () => {
    assert.equal(judgeEvent([grant(0, 5, 5, "soft")], day(9), latest), "soft");
    assert.equal(judgeEvent([grant(0, 5, 5)], day(9), latest), "not_granted");
  });

  it("may be five minutes ahead of us", () => {
    const grants = [grant(0, null, 5)];
    assert.equal(judgeEvent(grants, now.add({ minutes: 5 }), latest), "hard");
    assert.equal(judgeEvent(grants, now.add({ minutes: 5, seconds: 1 }), latest), "in_future");
  });

  it("may lie 400 days back, and no more", () => {
    const grants = [grant(-500, null, 5)];
    assert.equal(judgeEvent(grants, day(10).subtract({ hours: 400 * 24 }), latest), "hard");
    assert.equal(judgeEvent(grants, day(10).subtract({ hours: 400 * 24, seconds: 1 }), latest), "too_old");
  });
});
