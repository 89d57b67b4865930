import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { chooseTouch, type Touch } from "./choose-touch.ts";
import { type CommissionTerms, commissionOf, isEarning, statableOn } from "./commission.ts";
import { findSelfReferral, type Identity, mailboxOf } from "./self-referral.ts";

const nobody: Identity = { accountIds: [], personIds: [], emails: [], taxIds: [] };

describe("a partner who sends themselves", () => {
  for (const [partner, buyer, expected] of [
    [{ accountIds: ["a"] }, { accountIds: ["a"] }, "same_account"],
    [{ personIds: ["p", "q"] }, { personIds: ["q"] }, "same_person"],
    [{ emails: ["Anna@Example.com"] }, { emails: ["anna+shop@example.com"] }, "same_email"],
    [{ emails: ["a.n.n.a@googlemail.com"] }, { emails: ["anna@gmail.com"] }, "same_email"],
    [{ taxIds: ["DE 136.695.976"] }, { taxIds: ["de136695976"] }, "same_tax_id"],
    [{ emails: ["a.nna@example.com"] }, { emails: ["anna@example.com"] }, null],
    [{ taxIds: ["-"] }, { taxIds: [" "] }, null],
    [{}, {}, null],
  ] as const)
    it(`is ${expected ?? "nobody"}: ${JSON.stringify(partner)} and ${JSON.stringify(buyer)}`, () => {
      assert.equal(findSelfReferral({ ...nobody, ...partner }, { ...nobody, ...buyer }), expected);
    });

  it("has one mailbox whatever case and tag", () => {
    assert.equal(mailboxOf(" A.B+c@GMAIL.com "), "ab@gmail.com");
    assert.equal(mailboxOf("A.B+c@example.com"), "a.b@example.com");
  });
});

describe("the link an order counts for", () => {
  const at = Temporal.Instant.from("2027-02-01T00:00:00Z");
  const touch = (partnerId: string, daysAgo: number, attributionDays = 30): Touch => ({
    partnerId,
    attributionDays,
    touchedAt: at.subtract({ hours: 24 * daysAgo }),
  });

  it("is the first or the last that was followed", () => {
    const touches = [touch("b", 5), touch("a", 10), touch("c", 1)];
    assert.equal(chooseTouch(touches, at, "first")?.partnerId, "a");
    assert.equal(chooseTouch(touches, at, "last")?.partnerId, "c");
  });

  it("is none whose days are over, or that was followed later", () => {
    assert.equal(chooseTouch([touch("a", 30), touch("b", 29)], at, "first")?.partnerId, "b");
    assert.equal(chooseTouch([touch("a", 8, 7)], at, "last"), undefined);
    assert.equal(chooseTouch([touch("a", -1)], at, "last"), undefined);
  });
});

const invoice = fc
  .integer({ min: 0, max: 10_000_000 })
  .chain((netMinor) =>
    fc.record({ netMinor: fc.constant(netMinor), tax: fc.integer({ min: 0, max: netMinor }) }),
  );
const terms: fc.Arbitrary<CommissionTerms> = fc.oneof(
  fc.record({ ratePpm: fc.integer({ min: 1, max: 1_000_000 }), fixedMinor: fc.constant(null) }),
  fc.record({ ratePpm: fc.constant(null), fixedMinor: fc.integer({ min: 1, max: 1_000_000 }) }),
);

describe("a commission", () => {
  it("is the rate of what is no tax", () => {
    const rate = { ratePpm: 300_000, fixedMinor: null };
    assert.equal(commissionOf(rate, { netMinor: 9700, totalMinor: 11_543, paidMinor: 11_543 }), 2910);
    assert.equal(commissionOf(rate, { netMinor: 9700, totalMinor: 11_543, paidMinor: 0 }), 0);
    // Half of 97.00 is 48.50; 30 % of it 14.55.
    assert.equal(commissionOf(rate, { netMinor: 9700, totalMinor: 11_640, paidMinor: 5820 }), 1455);
  });

  it("of a fixed amount is given back by the part that went back", () => {
    const fixed = { ratePpm: null, fixedMinor: 5000 };
    assert.equal(commissionOf(fixed, { netMinor: 9700, totalMinor: 10_000, paidMinor: 10_000 }), 5000);
    assert.equal(commissionOf(fixed, { netMinor: 9700, totalMinor: 10_000, paidMinor: 2500 }), 1250);
  });

  it("grows with what is paid, never beyond the whole, and comes to nothing when all went back", () => {
    fc.assert(
      fc.property(terms, invoice, fc.nat(), fc.nat(), (how, { netMinor, tax }, a, b) => {
        const totalMinor = netMinor + tax;
        const of = (paidMinor: number) => commissionOf(how, { netMinor, totalMinor, paidMinor });
        const [less, more] = [a % (totalMinor + 1), b % (totalMinor + 1)].toSorted((x, y) => x - y);
        assert.ok(of(less ?? 0) <= of(more ?? 0));
        assert.ok(of(more ?? 0) <= of(totalMinor));
        assert.equal(of(0), 0);
        if (how.ratePpm !== null) assert.ok(of(totalMinor) <= netMinor);
      }),
    );
  });

  it("is earned for so many months after the order", () => {
    assert.ok(isEarning("2027-01-31", "2027-02-27", 1));
    assert.ok(!isEarning("2027-01-31", "2027-02-28", 1));
    assert.ok(isEarning("2027-01-31", "2037-02-28", null));
  });

  it("is stated once its day has come, and what was too much at once", () => {
    const held = { accruedMinor: 100, clawedBackMinor: 0, statedMinor: 0, payableOn: "2027-02-01" };
    assert.equal(statableOn(held, "2027-01-31"), 0);
    assert.equal(statableOn(held, "2027-02-01"), 100);
    assert.equal(statableOn({ ...held, clawedBackMinor: 40, statedMinor: 100 }, "2027-01-31"), -40);
  });
});
