import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { retentionCohorts } from "./cohorts.ts";
import { forecastRevenue } from "./forecast.ts";
import { type MovementKind, revenueMonths } from "./months.ts";
import {
  averagePerAccount,
  grossChurnRate,
  lifetimeValue,
  logoChurnRate,
  netChurnRate,
  quickRatio,
  revenueRetention,
} from "./rates.ts";

const still = { newMinor: 0, expansionMinor: 0, reactivationMinor: 0, contractionMinor: 0, churnMinor: 0 };

describe("the published examples", () => {
  const moved = { ...still, churnMinor: 1000, contractionMinor: 1000, expansionMinor: 1000 };

  it("start $100, churn $10, contraction $10, expansion $10: gross 20 %, net 10 %", () => {
    assert.equal(grossChurnRate(10_000, moved), 20);
    assert.equal(netChurnRate(10_000, moved), 10);
  });

  it("are retained 80 % and 90 % by customers", () => {
    const customers = [
      { startMinor: 1000, endMinor: 0 },
      { startMinor: 4000, endMinor: 3000 },
      { startMinor: 5000, endMinor: 6000 },
      // Came in between: counts in neither.
      { startMinor: 0, endMinor: 9900 },
    ];
    assert.deepEqual(revenueRetention(customers), { gross: 80, net: 90 });
    assert.equal(Math.round(logoChurnRate(customers) ?? 0), 33);
  });

  it("have a quick ratio of what came over what went", () =>
    assert.equal(quickRatio({ ...moved, newMinor: 6000, reactivationMinor: 1000 }), 4));

  it("$5,000 of 50 customers are $100 each, and at 5 % churn $2,000 in a life", () => {
    assert.equal(averagePerAccount(500_000, 50), 10_000);
    assert.equal(lifetimeValue(10_000, 5), 200_000);
  });
});

describe("what cannot be told", () => {
  it("is null, not nought", () => {
    assert.equal(grossChurnRate(0, still), null);
    assert.equal(netChurnRate(0, still), null);
    assert.equal(quickRatio(still), null);
    assert.deepEqual(revenueRetention([{ startMinor: 0, endMinor: 5 }]), { gross: null, net: null });
    assert.equal(logoChurnRate([]), null);
    assert.equal(averagePerAccount(0, 0), null);
    assert.equal(lifetimeValue(10_000, 0), null);
    assert.equal(lifetimeValue(null, 5), null);
  });
});

describe("revenue retention", () => {
  it("is never higher gross than net, nor gross above 100 %", () => {
    const customer = fc.record({ startMinor: fc.nat(100_000), endMinor: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(customer), (customers) => {
        const { gross, net } = revenueRetention(customers);
        assert.equal(gross === null, net === null);
        assert.ok((gross ?? 0) <= (net ?? 0) && (gross ?? 0) <= 100);
      }),
    );
  });
});

describe("forecastRevenue", () => {
  it("goes on as it went", () => {
    const steady = forecastRevenue([1000, 1100, 1200, 1300, 1400], 1450, 2);
    assert.deepEqual(steady, [
      { ahead: 1, lowMinor: 1550, middleMinor: 1550, highMinor: 1550 },
      { ahead: 2, lowMinor: 1650, middleMinor: 1650, highMinor: 1650 },
    ]);
  });
  it("is less sure the further it looks, and never below nothing", () => {
    const bumpy = forecastRevenue([100, 300, 50, 400, 20, 30], 900, 3) ?? [];
    const widths = bumpy.map(({ lowMinor, highMinor }) => highMinor - lowMinor);
    assert.ok(bumpy.every(({ lowMinor }) => lowMinor >= 0));
    assert.deepEqual(
      widths,
      widths.toSorted((a, b) => a - b),
    );
  });
  it("says nothing of too little", () => assert.equal(forecastRevenue([1, 2, 3, 4], 4, 3), undefined));
});

describe("revenueMonths", () => {
  const moved = (month: string, kind: MovementKind, minor: number, customers = 0) => ({
    month,
    kind,
    minor,
    customers,
  });

  it("start where the one before ended, also over months in which nothing moved", () => {
    const months = revenueMonths(
      [
        moved("2027-01", "new", 10_000, 1),
        moved("2027-03", "expansion", 1000),
        moved("2027-03", "contraction", -1000),
        moved("2027-03", "churn", -1000, -1),
        moved("2027-03", "new", 500, 2),
      ],
      "2027-04",
    );
    assert.deepEqual(
      months.map(({ month, startMinor, endMinor, customersEnd }) => [
        month,
        startMinor,
        endMinor,
        customersEnd,
      ]),
      [
        ["2027-01", 0, 10_000, 1],
        ["2027-02", 10_000, 10_000, 1],
        ["2027-03", 10_000, 9500, 2],
        ["2027-04", 9500, 9500, 2],
      ],
    );
    assert.deepEqual([months[2]?.grossChurn, months[2]?.netChurn], [20, 10]);
    assert.deepEqual(
      [months[0]?.grossChurn, months[2]?.customersCame, months[2]?.customersLeft],
      [null, 2, 1],
    );
  });

  it("are none where nothing ever moved", () => assert.deepEqual(revenueMonths([], "2027-04"), []));
});

describe("retentionCohorts", () => {
  it("say what is left of those who came in a month", () => {
    const came = { cohort: "2027-01", month: "2027-01" };
    const cohorts = retentionCohorts(
      [
        { ...came, minor: 1000, customers: 4, cameMinor: 1000, cameCustomers: 4 },
        { ...came, month: "2027-03", minor: -500, customers: -1, cameMinor: 0, cameCustomers: 0 },
        { ...came, cohort: "2026-12", minor: 1, customers: 1, cameMinor: 1, cameCustomers: 1 },
      ],
      { from: "2027-01", until: "2027-04" },
    );
    assert.deepEqual(cohorts, [
      {
        month: "2027-01",
        customers: 4,
        mrrMinor: 1000,
        cells: [
          { month: "2027-01", customers: 100, revenue: 100 },
          { month: "2027-02", customers: 100, revenue: 100 },
          { month: "2027-03", customers: 75, revenue: 50 },
          { month: "2027-04", customers: 75, revenue: 50 },
        ],
      },
    ]);
  });
});
