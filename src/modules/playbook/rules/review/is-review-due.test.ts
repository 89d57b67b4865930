import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays, daysBetween } from "../calendar/iso-date.ts";
import { isReviewDue, nextReviewAt } from "./is-review-due.ts";
import { isoWeekOf } from "./iso-week.ts";

const at = (text: string) => Temporal.Instant.from(text);
const nextInMadrid = (now: string) => nextReviewAt(at(now), "Europe/Madrid").toString();

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
  it("is due from six in the morning in the company's zone, not before", () => {
    // Six on Monday 17 May 2027 is 04:00 UTC in Madrid and 10:00 UTC in New York.
    assert.equal(isReviewDue(at("2027-05-17T03:59:59Z"), "Europe/Madrid", "2027-W18").due, false);
    assert.equal(isReviewDue(at("2027-05-17T04:00:00Z"), "Europe/Madrid", "2027-W18").due, true);
    assert.equal(isReviewDue(at("2027-05-17T09:59:59Z"), "America/New_York", "2027-W18").due, false);
    assert.equal(isReviewDue(at("2027-05-17T10:00:00Z"), "America/New_York", "2027-W18").due, true);
  });

  it("is due once a week, and still on Tuesday when Monday was slept through", () => {
    assert.equal(isReviewDue(at("2027-05-17T09:00:00Z"), "UTC", "2027-W19").due, false);
    assert.equal(isReviewDue(at("2027-05-18T03:00:00Z"), "UTC", "2027-W18").due, true);
    assert.equal(isReviewDue(at("2027-05-18T09:00:00Z"), "UTC", null).due, true);
  });

  it("looks back on the week before", () => {
    const { week, covers } = isReviewDue(at("2027-05-19T09:00:00Z"), "UTC", null);
    assert.equal(week.id, "2027-W19");
    assert.deepEqual(covers, { start: "2027-05-10", end: "2027-05-17" });
  });

  it("crosses the year by the week's year", () => {
    const { week, due } = isReviewDue(at("2027-01-04T09:00:00Z"), "UTC", "2026-W52");
    assert.deepEqual([week.id, due], ["2026-W53", true]);
  });

  it("keeps to six o'clock across both clock changes", () => {
    // Madrid: summer time begins Sunday 28 March 2027 and ends Sunday 31 October 2027.
    assert.equal(nextInMadrid("2027-03-24T12:00:00Z"), "2027-03-29T04:00:00Z");
    assert.equal(nextInMadrid("2027-10-27T12:00:00Z"), "2027-11-01T05:00:00Z");
    assert.equal(nextInMadrid("2027-11-01T04:59:59Z"), "2027-11-01T05:00:00Z");
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
        const turn = isReviewDue(next, name, null);
        assert.ok(Temporal.Instant.compare(next, now) > 0);
        assert.equal(turn.due, true);
        assert.equal(isReviewDue(next, name, turn.week.id).due, false);
        assert.equal(isReviewDue(next.subtract({ nanoseconds: 1 }), name, null).due, false);
      }),
    );
  });
});
