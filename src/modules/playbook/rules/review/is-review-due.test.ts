import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays, daysBetween } from "../calendar/iso-date.ts";
import { isReviewDue, nextReviewAt } from "./is-review-due.ts";
import { isoWeekOf } from "./iso-week.ts";

const at = (text: string) => Temporal.Instant.from(text);

describe("ISO weeks", () => {
  it("belong to the year of their Thursday", () => {
    assert.deepEqual(isoWeekOf("2027-05-17"), {
      id: "2027-W20",
      year: 2027,
      week: 20,
      startsOn: "2027-05-17",
    });
    assert.equal(isoWeekOf("2027-01-01").id, "2026-W53");
    assert.equal(isoWeekOf("2027-01-04").id, "2027-W01");
    assert.equal(isoWeekOf("2024-12-30").id, "2025-W01");
  });

  it("last seven days and order as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const day = addDays("2000-01-01", offset);
        const { id, startsOn } = isoWeekOf(day);
        assert.ok(daysBetween(startsOn, day) >= 0 && daysBetween(startsOn, day) < 7);
        assert.equal(isoWeekOf(addDays(startsOn, 6)).id, id);
        assert.ok(isoWeekOf(addDays(startsOn, 7)).id > id);
      }),
    );
  });
});

describe("the Monday review", () => {
  it("is due from midnight in the company's zone, not before", () => {
    // Monday 17 May 2027 begins in Madrid at 22:00 UTC on Sunday, in New York at 04:00 UTC.
    assert.equal(isReviewDue(at("2027-05-16T21:59:59Z"), "Europe/Madrid", "2027-W19").due, false);
    assert.equal(isReviewDue(at("2027-05-16T22:00:00Z"), "Europe/Madrid", "2027-W19").due, true);
    assert.equal(isReviewDue(at("2027-05-17T03:59:59Z"), "America/New_York", "2027-W19").due, false);
    assert.equal(isReviewDue(at("2027-05-17T04:00:00Z"), "America/New_York", "2027-W19").due, true);
  });

  it("is due once a week, and still on Tuesday when Monday was slept through", () => {
    assert.equal(isReviewDue(at("2027-05-17T09:00:00Z"), "UTC", "2027-W20").due, false);
    assert.equal(isReviewDue(at("2027-05-18T09:00:00Z"), "UTC", "2027-W19").due, true);
    assert.equal(isReviewDue(at("2027-05-18T09:00:00Z"), "UTC", null).due, true);
  });

  it("looks back on the week before", () => {
    const { week, covers } = isReviewDue(at("2027-05-19T09:00:00Z"), "UTC", null);
    assert.equal(week.id, "2027-W20");
    assert.deepEqual(covers, { start: "2027-05-10", end: "2027-05-17" });
  });

  it("crosses the year by the week's year", () => {
    assert.equal(isReviewDue(at("2027-01-04T09:00:00Z"), "UTC", "2026-W53").due, true);
    assert.equal(isReviewDue(at("2027-01-02T09:00:00Z"), "UTC", "2026-W53").due, false);
  });

  it("keeps to local midnight across both clock changes", () => {
    // Madrid: summer time begins Sunday 28 March 2027 and ends Sunday 31 October 2027.
    assert.equal(
      nextReviewAt(at("2027-03-24T12:00:00Z"), "Europe/Madrid").toString(),
      "2027-03-28T22:00:00Z",
    );
    assert.equal(
      nextReviewAt(at("2027-10-27T12:00:00Z"), "Europe/Madrid").toString(),
      "2027-10-31T23:00:00Z",
    );
    assert.equal(isReviewDue(at("2027-03-28T22:00:00Z"), "Europe/Madrid", "2027-W12").due, true);
    assert.equal(isReviewDue(at("2027-10-31T22:59:59Z"), "Europe/Madrid", "2027-W43").due, false);
  });

  it("the moment it names is the first at which it is due", () => {
    const zone = fc.constantFrom(
      "Europe/Madrid",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "UTC",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 60_000 }), (name, hours) => {
        const now = at("2024-01-01T00:30:00Z").add({ hours });
        const next = nextReviewAt(now, name);
        const { id } = isReviewDue(now, name, null).week;
        assert.ok(Temporal.Instant.compare(next, now) > 0);
        assert.equal(isReviewDue(next, name, id).due, true);
        assert.equal(isReviewDue(next.subtract({ nanoseconds: 1 }), name, id).due, false);
      }),
    );
  });
});
