import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ActivityTracker } from "./activity-tracker.ts";

const VIDEO = "0190aaaa-0000-7000-8000-000000000000";

describe("what a page counts as work", () => {
  it("is time in view with a sign of the reader, and not a night with the page open", () => {
    const tracker = new ActivityTracker(0);
    tracker.sign(30_000);
    assert.equal(tracker.take(40_000)?.activeMs, 40_000);
    // Nothing moves for an hour: ninety seconds after the last sign the clock stops.
    assert.equal(tracker.take(3_640_000)?.activeMs, 80_000);
    assert.equal(tracker.take(3_700_000), undefined);
    tracker.sign(3_700_000);
    assert.equal(tracker.take(3_705_000)?.activeMs, 5_000);
  });

  it("stands still while the page is out of view", () => {
    const tracker = new ActivityTracker(0);
    tracker.setVisible(false, 10_000);
    tracker.setVisible(true, 600_000);
    assert.equal(tracker.take(605_000)?.activeMs, 15_000);
  });

  it("is the stretches of a recording that ran, and a jump is none", () => {
    const tracker = new ActivityTracker(0);
    for (const at of [0, 250, 500, 1_000]) tracker.play(VIDEO, at);
    for (const at of [90_000, 90_400]) tracker.play(VIDEO, at);
    const first = tracker.take(2_000);
    assert.deepEqual(
      first?.played?.map(({ fromMs, toMs }) => [fromMs, toMs]),
      [
        [0, 1_000],
        [90_000, 90_400],
      ],
    );
    assert.deepEqual(first?.position, { blockId: VIDEO, atMs: 90_400 });
    // It goes on playing over the report without a gap.
    tracker.play(VIDEO, 90_900);
    tracker.stop(VIDEO);
    assert.deepEqual(
      tracker.take(3_000)?.played?.map(({ fromMs, toMs }) => [fromMs, toMs]),
      [[90_400, 90_900]],
    );
  });
});
