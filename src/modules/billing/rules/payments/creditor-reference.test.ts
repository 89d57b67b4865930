import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import {
  creditorReference,
  groupReference,
  isCreditorReference,
} from "#modules/billing/rules/payments/creditor-reference.ts";

const ALPHABET = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const body = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 21 });

describe("creditor references", () => {
  it("agree with published ones", () => {
    // ISO 11649 as shown by the European Payments Council and the Finnish banks.
    assert.equal(creditorReference("539007547034"), "RF18539007547034");
    assert.equal(creditorReference("2348236"), "RF332348236");
  });

  it("are made of an invoice's number", () => {
    assert.equal(creditorReference("INV-000042"), creditorReference("inv 000042"));
    assert.match(creditorReference("INV-000042"), /^RF\d\dINV000042$/);
    assert.equal(groupReference("RF332348236"), "RF33 2348 236");
  });

  it("refuse a seed that does not fit", () => {
    assert.throws(() => creditorReference("--"), RangeError);
    assert.throws(() => creditorReference("1".repeat(22)), RangeError);
  });

  it("are right for every seed, and for none with another digit or another letter in one place", () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.constantFrom(...ALPHABET), (seed, at, other) => {
        const reference = creditorReference(seed);
        assert.ok(isCreditorReference(reference), reference);
        const place = 4 + (at % seed.length);
        // A digit for a letter moves all before it by a place: that is seen nearly always, not always.
        fc.pre(/\d/.test(reference[place] ?? "") === /\d/.test(other));
        const slipped = reference.slice(0, place) + other + reference.slice(place + 1);
        assert.equal(isCreditorReference(slipped), slipped === reference, slipped);
      }),
      { numRuns: 2000 },
    );
  });

  it("see two neighbours swapped", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{4,20}$/), fc.nat(), (seed, at) => {
        const place = 4 + (at % (seed.length - 1));
        const right = creditorReference(seed);
        const [a = "", b = ""] = [right[place], right[place + 1]];
        const swapped = right.slice(0, place) + b + a + right.slice(place + 2);
        assert.equal(isCreditorReference(swapped), a === b, swapped);
      }),
      { numRuns: 2000 },
    );
  });
});
