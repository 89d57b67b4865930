import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStatementQuery } from "./read-statement-query.ts";

const read = (search: string) => readStatementQuery(`http://x.invalid/?${search}`, "Europe/Berlin");

describe("what an address asks of the list of statements", () => {
  it("takes days as those of the zone, the last one whole", () => {
    const { filter, faults } = read("from=2027-03-28&to=2027-03-28");
    assert.deepEqual(filter, { since: "2027-03-27T22:59:59.999Z", until: "2027-03-28T21:59:59.999Z" });
    assert.deepEqual(faults, {});
  });

  it("says which field cannot be meant, and leaves it out", () => {
    const { filter, faults } = read("agent=a%40example.com&registration=x&from=2027-02-30&to=soon&foo=1");
    assert.deepEqual(filter, { agent: "a@example.com" });
    assert.deepEqual(Object.keys(faults), ["registration", "from", "to"]);
  });
});
