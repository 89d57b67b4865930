import assert from "node:assert/strict";
import { it } from "node:test";
import { priceStanding, windowsOverlap } from "./price-standing.ts";

const january = { soldFromAt: "2027-01-01T00:00:00Z", soldUntilAt: "2027-02-01T00:00:00Z" };
const at = (text: string) => Temporal.Instant.from(text);
const from = (soldFromAt: string, soldUntilAt: string | null = null) => ({ soldFromAt, soldUntilAt });

it("is on sale from the first instant to before the last", () => {
  const standings = [
    "2026-12-31T23:59:59.999Z",
    "2027-01-01T00:00:00Z",
    "2027-01-31T23:59:59.999Z",
    "2027-02-01T00:00:00Z",
  ].map((now) => priceStanding(january, at(now)));
  assert.deepEqual(standings, ["scheduled", "current", "current", "ended"]);
  assert.equal(priceStanding(from("2027-01-01T00:00:00Z"), at("2099-01-01T00:00:00Z")), "current");
});

it("is over when it was replaced before it began", () => {
  const never = from("2027-05-01T00:00:00Z", "2027-05-01T00:00:00Z");
  assert.equal(priceStanding(never, at("2027-01-01T00:00:00Z")), "ended");
});

it("lets windows touch, but not overlap", () => {
  assert.equal(windowsOverlap(january, from("2027-02-01T00:00:00Z")), false);
  assert.equal(windowsOverlap(january, from("2027-01-31T23:59:59Z")), true);
  assert.equal(windowsOverlap(from("2026-01-01T00:00:00Z"), january), true);
  assert.equal(windowsOverlap(from("2027-02-01T00:00:00Z"), january), false);
  const never = from("2027-02-01T00:00:00Z", "2027-02-01T00:00:00Z");
  assert.equal(
    windowsOverlap(never, from("2027-02-01T00:00:00Z")),
    false,
    "what never sold is in nobody's way",
  );
});
