import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { mulDiv } from "#kernel/money.ts";
import type { ComputedInvoice, DraftDiscount, DraftLine, InvoiceDraft, TaxTreatment } from "../types.ts";
import { computeInvoice } from "./compute-invoice.ts";

const tax = (ratePpm: number, jurisdiction = "DE"): TaxTreatment => ({
  jurisdiction,
  code: ratePpm === 0 ? "AE" : "S",
  ratePpm,
  reason: null,
});
/** Categories are named after their rates, which makes drafts easy to read. */
const treatmentOf = (category: string) => tax(Number(category));

const line = (amountMinor: number, given: Partial<DraftLine> = {}): DraftLine => ({
  description: "Plan",
  quantity: 1,
  unitMinor: amountMinor,
  amountMinor,
  isDiscountable: true,
  taxCategory: "190000",
  offerId: "a",
  priceId: null,
  periodStartsOn: null,
  periodEndsOn: null,
  revenue: "subscription",
  earnedDays: null,
  ...given,
});
const percent = (percentPpm: number, offerIds: readonly string[] | null = null): DraftDiscount => ({
  label: "Percent",
  percentPpm,
  amountMinor: null,
  offerIds,
});
const amountOff = (amountMinor: number, offerIds: readonly string[] | null = null): DraftDiscount => ({
  label: "Amount",
  percentPpm: null,
  amountMinor,
  offerIds,
});
const draft = (lines: DraftLine[], discounts: DraftDiscount[] = [], includesTax = false): InvoiceDraft => ({
  currency: "EUR",
  includesTax,
  lines,
  discounts,
});
const figures = ({ discountMinor, netMinor, taxMinor, totalMinor }: ComputedInvoice) => [
  discountMinor,
  netMinor,
  taxMinor,
  totalMinor,
];
const compute = (given: InvoiceDraft) => computeInvoice(given, treatmentOf);

describe("an invoice without tax in its prices", () => {
  it("adds tax to what is left after discounts", () => {
    assert.deepEqual(figures(compute(draft([line(10_000)]))), [0, 10_000, 1_900, 11_900]);
    assert.deepEqual(
      figures(compute(draft([line(10_000)], [percent(100_000)]))),
      [1_000, 9_000, 1_710, 10_710],
    );
    assert.deepEqual(
      figures(compute(draft([line(10_000)], [amountOff(2_500)]))),
      [2_500, 7_500, 1_425, 8_925],
    );
  });

  it("computes tax on the sum of a rate's lines, not line by line", () => {
    const computed = compute(draft([line(33), line(33), line(33)]));
    assert.deepEqual(figures(computed), [0, 99, 19, 118]);
    assert.deepEqual(
      computed.lines.map(({ taxMinor }) => taxMinor),
      [7, 6, 6],
    );
  });

  it("keeps rates apart, in the order of their lines", () => {
    const computed = compute(draft([line(1_000), line(500, { taxCategory: "70000" }), line(200)]));
    assert.deepEqual(
      computed.taxes.map(({ ratePpm, netMinor, taxMinor }) => [ratePpm, netMinor, taxMinor]),
      [
        [190_000, 1_200, 228],
        [70_000, 500, 35],
      ],
    );
  });

  it("charges no tax where the buyer owes it, and says why", () => {
    const reason = "Reverse charge";
    const computed = computeInvoice(draft([line(10_000)]), () => ({ ...tax(0), reason }));
    assert.deepEqual(figures(computed), [0, 10_000, 0, 10_000]);
    assert.equal(computed.taxes[0]?.reason, reason);
  });
});

describe("an invoice with tax in its prices", () => {
  it("totals what was shown, and takes the tax out of it", () => {
    assert.deepEqual(figures(compute(draft([line(11_900)], [], true))), [0, 10_000, 1_900, 11_900]);
    assert.deepEqual(figures(compute(draft([line(9_999)], [], true))), [0, 8_403, 1_596, 9_999]);
  });

  it("takes discounts off the price with tax", () => {
    assert.deepEqual(
      figures(compute(draft([line(11_900)], [percent(500_000)], true))),
      [5_950, 5_000, 950, 5_950],
    );
  });
});

describe("discounts", () => {
  it("apply one after the other, to what is left", () => {
    assert.deepEqual(
      figures(compute(draft([line(10_000)], [percent(500_000), amountOff(1_000)]))),
      [6_000, 4_000, 760, 4_760],
    );
  });

  it("never take more than is there", () => {
    assert.deepEqual(figures(compute(draft([line(1_000)], [amountOff(5_000)]))), [1_000, 0, 0, 0]);
    assert.deepEqual(
      figures(compute(draft([line(1_000)], [percent(1_000_000), amountOff(5)]))),
      [1_000, 0, 0, 0],
    );
  });

  it("leave lines of other offers and of usage alone", () => {
    const lines = [line(1_000), line(2_000, { offerId: "b" }), line(300, { isDiscountable: false })];
    const { lines: computed } = compute(draft(lines, [percent(500_000, ["a"])]));
    assert.deepEqual(
      computed.map(({ discountMinor }) => discountMinor),
      [500, 0, 0],
    );
    const amount = compute(draft(lines, [amountOff(1_500, ["a"])]));
    assert.deepEqual(
      amount.lines.map(({ discountMinor }) => discountMinor),
      [1_000, 0, 0],
    );
  });

  it("are rounded once and split over the lines", () => {
    const { lines, discountMinor } = compute(draft([line(333), line(333), line(334)], [percent(100_000)]));
    assert.equal(discountMinor, 100);
    assert.deepEqual(
      lines.map((each) => each.discountMinor),
      [33, 33, 34],
    );
  });
});

describe("negative lines", () => {
  it("give unused time back with its tax", () => {
    assert.deepEqual(figures(compute(draft([line(-5_000), line(10_000)]))), [0, 5_000, 950, 5_950]);
  });

  it("give back less where a percentage was taken off", () => {
    assert.deepEqual(
      figures(compute(draft([line(-5_000), line(10_000)], [percent(200_000)]))),
      [1_000, 4_000, 760, 4_760],
    );
  });

  it("may make the total negative", () => {
    assert.deepEqual(figures(compute(draft([line(-5_000), line(1_000)]))), [0, -4_000, -760, -4_760]);
  });

  it("bound an amount off by what the lines come to together", () => {
    const { lines, totalMinor } = compute(draft([line(-800), line(1_000)], [amountOff(500)]));
    assert.deepEqual(
      lines.map(({ discountMinor }) => discountMinor),
      [0, 200],
    );
    assert.equal(totalMinor, 0);
  });
});

const rates = fc.constantFrom("0", "50000", "70000", "81000", "88750", "190000", "200000", "255000");
const anyLine = fc
  .record({
    amountMinor: fc.integer({ min: -500_000, max: 2_000_000 }),
    isDiscountable: fc.boolean(),
    taxCategory: rates,
    offerId: fc.constantFrom("a", "b", null),
  })
  .map(({ amountMinor, ...given }) => line(amountMinor, given));
const offers = fc.constantFrom(null, ["a"], ["a", "b"]);
const anyDiscount = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), offers).map(([ppm, ids]) => percent(ppm, ids)),
  fc.tuple(fc.integer({ min: 1, max: 300_000 }), offers).map(([minor, ids]) => amountOff(minor, ids)),
);
const anyDraft = fc
  .tuple(
    fc.array(anyLine, { minLength: 1, maxLength: 12 }),
    fc.array(anyDiscount, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([lines, discounts, includesTax]) => draft(lines, discounts, includesTax));

const total = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((sum, item) => sum + of(item), 0);

describe("any invoice at all", () => {
  it("adds up: net + tax = total, and so do its lines and its taxes", () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const { lines, taxes, netMinor, taxMinor, totalMinor, discountMinor } = compute(given);
        assert.equal(netMinor + taxMinor, totalMinor);
        for (const parts of [lines, taxes]) {
          assert.equal(
            total<{ netMinor: number }>(parts, (part) => part.netMinor),
            netMinor,
          );
          assert.equal(
            total<{ taxMinor: number }>(parts, (part) => part.taxMinor),
            taxMinor,
          );
        }
        assert.equal(
          total(lines, (part) => part.discountMinor),
          discountMinor,
        );
        const left = total(given.lines, ({ amountMinor }) => amountMinor) - discountMinor;
        assert.equal(given.includesTax ? totalMinor : netMinor, left);
      }),
      { numRuns: 5_000 },
    );
  });

  it("taxes each rate once, on its sum", () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const { taxes } = compute(given);
        assert.equal(new Set(taxes.map(({ ratePpm }) => ratePpm)).size, taxes.length);
        for (const { ratePpm, netMinor, taxMinor } of taxes)
          if (!given.includesTax) assert.equal(taxMinor, mulDiv(netMinor, ratePpm, 1_000_000));
          else assert.equal(netMinor, mulDiv(netMinor + taxMinor, 1_000_000, 1_000_000 + ratePpm));
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps each line within a unit of its exact net and tax", () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        for (const { amountMinor, discountMinor, netMinor, taxMinor, tax: treatment } of compute(given)
          .lines) {
          const left = amountMinor - discountMinor;
          const rate = treatment.ratePpm / 1_000_000;
          const net = given.includesTax ? left / (1 + rate) : left;
          assert.ok(Math.abs(netMinor - net) < 1 + 1e-6);
          assert.ok(Math.abs(taxMinor - net * rate) < 1 + 1e-6);
          assert.ok(Math.abs(discountMinor) <= Math.abs(amountMinor), "a discount never turns a line round");
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("of the negated lines is the negative, so that what is credited is what was charged", () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const discounts = given.discounts.filter(({ percentPpm }) => percentPpm !== null);
        const charged = compute({ ...given, discounts });
        const lines = given.lines.map((each) => ({ ...each, amountMinor: 0 - each.amountMinor }));
        const credited = compute({ ...given, discounts, lines });
        assert.equal(credited.totalMinor + charged.totalMinor, 0);
        for (const [index, each] of credited.lines.entries()) {
          assert.equal(each.netMinor + charged.lines[index]!.netMinor, 0);
          assert.equal(each.taxMinor + charged.lines[index]!.taxMinor, 0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
