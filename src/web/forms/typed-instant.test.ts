import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { typedInstant } from "#web/forms/typed-instant.ts";

describe("a typed date and time", () => {
  it("is an instant by the clock of the zone, also across a change of clocks", () => {
    assert.equal(typedInstant("2027-03-01T09:00", "Europe/Berlin"), "2027-03-01T08:00:00Z");
    assert.equal(typedInstant("2027-07-01T09:00", "Europe/Berlin"), "2027-07-01T07:00:00Z");
    assert.equal(typedInstant("2027-03-28T02:30", "Europe/Berlin"), "2027-03-28T01:30:00Z");
  });

  it("is null where nothing was typed, and left to the schema where it is no time", () => {
    assert.equal(typedInstant("", "UTC"), null);
    assert.equal(typedInstant(undefined, "UTC"), null);
    assert.equal(typedInstant("soon", "UTC"), "soon");
  });
});
