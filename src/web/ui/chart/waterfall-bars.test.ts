import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { waterfallBars } from "#web/ui/chart/waterfall-bars.ts";

const level = (value: number) => ({ kind: "level" as const, value });
const change = (value: number) => ({ kind: "change" as const, value });

describe("waterfallBars", () => {
  it("hangs each change on the end of the one before", () => {
    const { bars, zero } = waterfallBars([level(100), change(100), change(-50), level(150)]);
    assert.equal(zero, 0);
    assert.deepEqual(bars, [
      { from: 0, width: 50 },
      { from: 50, width: 50 },
      { from: 75, width: 25 },
      { from: 0, width: 75 },
    ]);
  });

  it("makes room below nothing", () => {
    const { bars, zero } = waterfallBars([level(50), change(-100), level(-50)]);
    assert.equal(zero, 50);
    assert.deepEqual(bars[1], { from: 0, width: 100 });
  });

  it("shows what is small and nothing of what is nothing", () => {
    const { bars } = waterfallBars([level(100_000), change(1), change(0), level(100_001)]);
    assert.equal(bars[1]?.width, 0.6);
    assert.equal(bars[2]?.width, 0);
  });

  it("stands still where there is nothing at all", () =>
    assert.deepEqual(waterfallBars([level(0), level(0)]), {
      bars: [
        { from: 0, width: 0 },
        { from: 0, width: 0 },
      ],
      zero: 0,
    }));
});
