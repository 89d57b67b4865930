import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { type CreditableLine, creditLines } from "./credit-lines.ts";

const total = (lines: readonly CreditableLine[]) =>
  lines.reduce((sum, line) => sum + line.netMinor + line.taxMinor, 0);

const invoice = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 270_000 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) =>
    lines.map(([netMinor, ppm], index) => ({
      position: index + 1,
      netMinor,
      taxMinor: Math.round((netMinor * ppm) / 1_000_000),
    })),
  );

describe("what a credit note gives back", () => {
  it("is exactly the lines when it is all of them", () => {
    fc.assert(
      fc.property(invoice, (lines) => {
        const given = creditLines(lines, total(lines));
        assert.deepEqual(
          given,
          lines.filter((line) => line.netMinor !== 0 || line.taxMinor !== 0),
        );
      }),
    );
  });

  it("adds up to the amount, and to the whole when given back in any number of parts", () => {
    fc.assert(
      fc.property(invoice, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }), (lines, shares) => {
        let left = lines;
        const whole = total(lines);
        for (const share of [...shares, 100]) {
          const amount = share === 100 ? total(left) : Math.floor((total(left) * share) / 100);
          const given = creditLines(left, amount);
          assert.equal(total(given), amount);
          left = left.map((line) => {
            const part = given.find(({ position }) => position === line.position);
            return {
              ...line,
              netMinor: line.netMinor - (part?.netMinor ?? 0),
              taxMinor: line.taxMinor - (part?.taxMinor ?? 0),
            };
          });
          assert.ok(left.every((line) => line.netMinor >= 0 && line.taxMinor >= 0));
        }
        assert.equal(total(left), 0);
        assert.ok(whole >= 0);
      }),
      { numRuns: 500 },
    );
  });

  it("is never more than is left", () => {
    assert.throws(() => creditLines([{ position: 1, netMinor: 100, taxMinor: 20 }], 121), RangeError);
  });
});
