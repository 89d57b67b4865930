import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeDriver, describeSlip } from "./describe-driver.ts";
import { describeShift, describeStatus } from "./describe-work-event.ts";

const titles = new Map([["a", "Research"]]);
const link = (type: "FS" | "FF", lagDays: number) => ({ kind: "link", from: "a", type, lagDays }) as const;

describe("why work stands where it stands", () => {
  it("names what it waits for and the gap", () => {
    assert.equal(describeDriver(link("FS", 0), titles), "It starts after “Research” is finished");
    assert.equal(
      describeDriver(link("FS", 2), titles),
      "It starts after “Research” is finished, 2 working days later",
    );
    assert.equal(
      describeDriver(link("FF", -1), titles),
      "It ends after “Research” is finished, with 1 working day of overlap",
    );
    assert.equal(
      describeDriver({ kind: "as_of" }, titles),
      "It has not started, so it cannot start before today",
    );
  });

  it("says why it is late", () => {
    assert.equal(
      describeSlip({ driver: { kind: "planned" }, finished: false }, titles),
      "Its dates were changed",
    );
    assert.equal(
      describeSlip({ driver: { kind: "actual" }, finished: true }, titles),
      "It ended later than planned",
    );
    assert.equal(
      describeSlip({ driver: link("FS", 0), finished: false }, titles),
      "It starts after “Research” is finished",
    );
  });
});

describe("what happened to a work package", () => {
  const today = "2027-02-01";
  const dates = {
    startsOn: "2027-01-11",
    endsOn: "2027-01-23",
    wasStartsOn: "2027-01-04",
    wasEndsOn: "2027-01-16",
  };

  it("says by how much it moved and why", () => {
    assert.equal(
      describeShift({ ...dates, cause: "moved" }, today),
      "Moved 7 days later by a person, to 11 Jan to 22 Jan",
    );
    const back = {
      startsOn: "2027-01-04",
      endsOn: "2027-01-16",
      wasStartsOn: "2027-01-11",
      wasEndsOn: "2027-01-17",
    };
    assert.equal(
      describeShift({ ...back, cause: "follows" }, today),
      "Moved 1 day earlier following other work, to 4 Jan to 15 Jan",
    );
  });

  it("says what a person said, with the day and the note", () => {
    const event = { startsOn: "2027-01-04", endsOn: "2027-01-16", note: "Agreed" };
    assert.equal(describeStatus({ ...event, status: "done" }, today), "Finished on 15 Jan: Agreed");
    assert.equal(describeStatus({ ...event, note: null, status: "active" }, today), "Started on 4 Jan");
    assert.equal(describeStatus({ ...event, status: "cancelled" }, today), "Cancelled: Agreed");
  });
});
