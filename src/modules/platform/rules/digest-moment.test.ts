import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { digestMoment } from "./digest-moment.ts";

const at = (text: string) => Temporal.Instant.from(text);

describe("digestMoment", () => {
  it("waits for seven in the morning where the person is", () => {
    assert.equal(digestMoment(at("2027-01-04T05:59:59Z"), "Europe/Madrid"), undefined);
    const moment = digestMoment(at("2027-01-04T06:00:00Z"), "Europe/Madrid");
    assert.deepEqual([String(moment?.on), String(moment?.morning)], ["2027-01-04", "2027-01-04T06:00:00Z"]);
    assert.equal(String(digestMoment(at("2027-01-03T22:00:00Z"), "Asia/Tokyo")?.on), "2027-01-04");
  });

  it("follows the clock change", () => {
    assert.equal(
      String(digestMoment(at("2027-03-28T05:00:00Z"), "Europe/Madrid")?.morning),
      "2027-03-28T05:00:00Z",
    );
    assert.equal(digestMoment(at("2027-10-31T05:30:00Z"), "Europe/Madrid"), undefined);
  });

  it("gives every local day exactly one morning, in every zone", () => {
    const zones = ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
    const start = at("2027-01-01T00:00:00Z");
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 364 }), (zone, day) => {
        const mornings = new Set<string>();
        const days = new Set<string>();
        for (let quarter = 0; quarter < 96; quarter++) {
          const now = start.add({ hours: day * 24, minutes: quarter * 15 });
          const moment = digestMoment(now, zone);
          if (!moment) continue;
          assert.ok(Temporal.Instant.compare(moment.morning, now) <= 0);
          mornings.add(String(moment.morning));
          days.add(String(moment.on));
        }
        assert.equal(mornings.size, days.size);
      }),
      { numRuns: 60 },
    );
  });
});
