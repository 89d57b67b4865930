import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { fromStripeAmount, toStripeAmount } from "#modules/billing/rules/payments/stripe-amount.ts";

describe("amounts at Stripe", () => {
  for (const [currency, minor, stripe] of [
    ["USD", 1999, 1999],
    ["JPY", 500, 500],
    ["HUF", 100_000, 100_000],
    // ISO 4217 knows no hundredths of these two, Stripe does.
    ["ISK", 1500, 150_000],
    ["UGX", 5, 500],
    // ISO 4217 counts an ariary in hundredths, Stripe whole.
    ["MGA", 120_000, 1200],
    ["MGA", 120_050, undefined],
    ["KWD", 5120, 5120],
    ["KWD", 5124, undefined],
  ] as const)
    it(`of ${minor} minor units of ${currency} are ${stripe ?? "not to be charged"}`, () => {
      assert.equal(toStripeAmount(minor, currency), stripe);
    });

  it("come back as they went", () => {
    const currency = fc.constantFrom("USD", "EUR", "JPY", "ISK", "UGX", "MGA", "KWD", "KRW", "CLP", "TND");
    fc.assert(
      fc.property(currency, fc.nat(1_000_000_000), (code, minor) => {
        const amount = toStripeAmount(minor, code);
        if (amount !== undefined) assert.equal(fromStripeAmount(amount, code), minor);
      }),
    );
  });
});
