import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { grantForm } from "./access-form.ts";

describe("grantForm", () => {
  const where = { accountId: "0190aaaa-0000-7000-8000-000000000001", zone: "America/New_York" };

  it("lets what is given end with the last day, in the company's zone, through a change of the clocks", () => {
    const given = grantForm({ key: "studio.seats", lastDay: "2027-11-07", intent: "give" }, where);
    assert.deepEqual(given, {
      key: "studio.seats",
      intent: "give",
      accountId: where.accountId,
      untilAt: "2027-11-08T05:00:00Z",
    });
  });

  it("has no end where no day is typed, and hands on what is no day", () => {
    assert.equal(grantForm({ lastDay: "" }, where).untilAt, "");
    assert.equal(grantForm({ lastDay: "soon" }, where).untilAt, "soon");
  });
});
