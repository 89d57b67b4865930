import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { computeInvoice } from "#modules/billing/rules/pricing/compute-invoice.ts";
import { toQuote } from "#modules/billing/rules/quote.ts";
import type { DraftDiscount, PriceTerms, TaxTreatment } from "#modules/billing/rules/types.ts";
import { periodAt } from "#modules/billing/rules/periods/period.ts";
import { drawChange, type PlanChoice } from "#modules/billing/subscriptions/draw-change.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

const ZONES = ["UTC", "America/New_York", "Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe"] as const;
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }).toString());
const terms = fc.record({
  amountMinor: fc.integer({ min: 0, max: 500_000 }),
  cycle: fc.constantFrom("month" as const, "year" as const),
  scheme: fc.constantFrom("flat" as const, "per_seat" as const),
});
const taxes: fc.Arbitrary<TaxTreatment> = fc.integer({ min: 0, max: 270_000 }).map((ratePpm) => ({
  jurisdiction: "DE",
  code: "S",
  ratePpm,
  reason: null,
}));
const coupon: fc.Arbitrary<DraftDiscount | null> = fc
  .option(
    fc.oneof(
      fc.integer({ min: 1, max: 1_000_000 }).map((percentPpm) => ({ percentPpm, amountMinor: null })),
      fc.integer({ min: 1, max: 100_000 }).map((amountMinor) => ({ percentPpm: null, amountMinor })),
    ),
  )
  .map((off) => off && { label: "Off", offerIds: null, ...off });

const change = fc.record({
  anchorOn: day,
  index: fc.integer({ min: 0, max: 40 }),
  zone: fc.constantFrom(...ZONES),
  share: fc.double({ min: 0, max: 0.999, noNaN: true }),
  mode: fc.constantFrom("day" as const, "second" as const),
  from: terms,
  to: terms,
  seats: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })),
  includesTax: fc.boolean(),
  tax: taxes,
  coupon,
});

const priceTerms = (
  given: { amountMinor: number; cycle: "month" | "year"; scheme: "flat" | "per_seat" },
  includesTax: boolean,
): PriceTerms => ({
  ...given,
  currency: "EUR",
  tiers: null,
  packageSize: null,
  cycleCount: 1,
  instalments: null,
  includesTax,
});

const plan = (key: string, quantity: number, given: PriceTerms): PlanChoice => ({
  offer_id: key,
  offer_name: key,
  product_name: key,
  tax_category: "digital_service",
  price_id: key,
  quantity,
  terms: given,
});

describe("a change of plan", () => {
  it("is previewed as it is invoiced, adds up, and never gives back more than the old plan's period", () => {
    fc.assert(
      fc.property(change, (given) => {
        const old = plan("a", given.seats[0], priceTerms(given.from, given.includesTax));
        const period = periodAt(given.anchorOn, { cycle: given.from.cycle, cycleCount: 1 }, given.index);
        const startsAt = Temporal.PlainDate.from(period.startsOn).toZonedDateTime(
          given.zone,
        ).epochMilliseconds;
        const endsAt = Temporal.PlainDate.from(period.endsOn).toZonedDateTime(given.zone).epochMilliseconds;
        const now = Temporal.Instant.fromEpochMilliseconds(
          Math.floor(startsAt + (endsAt - startsAt) * given.share),
        );
        const subscription = {
          ...old,
          currency: "EUR",
          zone: given.zone,
          status: "active",
          period_starts_on: period.startsOn,
          period_ends_on: period.endsOn,
          coupon: given.coupon && { ...given.coupon, duration: "forever", months: null },
          coupon_until_on: null,
        } as unknown as SubscriptionRow;
        const to = plan("b", given.seats[1], priceTerms(given.to, given.includesTax));
        const draw = () => drawChange(subscription, to, { now, mode: given.mode });
        const computed = computeInvoice(draw().draft, () => given.tax);
        // Previewed and invoiced by the same functions of the same facts: nothing in them may depend on anything else.
        assert.deepEqual(
          toQuote(
            computeInvoice(draw().draft, () => given.tax),
            given.includesTax,
          ),
          toQuote(computed, given.includesTax),
        );
        const sum = (key: "netMinor" | "taxMinor") =>
          computed.lines.reduce((total, line) => total + line[key], 0);
        assert.equal(sum("netMinor"), computed.netMinor);
        assert.equal(sum("taxMinor"), computed.taxMinor);
        assert.equal(computed.netMinor + computed.taxMinor, computed.totalMinor);
        const [unused, rest] = computed.lines;
        const whole = given.from.amountMinor * given.seats[0];
        assert.ok(unused && rest && -unused.amountMinor >= 0 && -unused.amountMinor <= whole);
        if (given.includesTax) assert.equal(computed.totalMinor, unused.amountMinor + rest.amountMinor);
      }),
      { numRuns: 10_000 },
    );
  });
});
