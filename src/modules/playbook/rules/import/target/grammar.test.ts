import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Quantity } from "../types.ts";
import { findQuantities } from "./grammar.ts";

type Expected = Partial<Quantity>;

function only(text: string, commaDecimals = false): Quantity {
  const found = findQuantities(text, { commaDecimals });
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  return found[0]!;
}

function expectAll(cases: [text: string, expected: Expected][], commaDecimals = false): void {
  for (const [text, expected] of cases) {
    const found = only(text, commaDecimals);
    for (const [key, value] of Object.entries(expected)) {
      assert.equal(found[key as keyof Quantity], value, `${text} → ${key}`);
    }
  }
}

test("targets as plans write them", () => {
  expectAll([
    [
      "Blog (20+ posts)",
      { raw: "20+ posts", op: ">=", min: 20, max: null, unit: "posts", currency: null, window: null },
    ],
    ["Retention (90%+)", { raw: "90%+", op: ">=", min: 90, max: null, unit: "%" }],
    [
      "Revenue: $50K-$100K monthly",
      {
        raw: "$50K-$100K monthly",
        op: "between",
        min: 50_000,
        max: 100_000,
        unit: null,
        currency: "USD",
        window: "monthly",
      },
    ],
    ["Customers: 100-500", { raw: "100-500", op: "between", min: 100, max: 500, unit: null }],
    ["Customers: 1,000–5,000", { op: "between", min: 1_000, max: 5_000 }],
    ["15+ employees", { op: ">=", min: 15, unit: "employees" }],
    ["Repeat contacts ↓30%", { raw: "↓30%", op: "delta", min: -30, max: -30, unit: "%" }],
    ["Conversion ↑ 20%", { op: "delta", min: 20, unit: "%" }],
    ["Latency <100ms", { raw: "<100ms", op: "<", min: null, max: 100, unit: "ms" }],
    ["ROI of 1.5x", { op: "=", min: 1.5, unit: "x" }],
    ["ROI 2×", { min: 2, unit: "x" }],
    ["LTV:CAC 3:1", { raw: "3:1", min: 3, unit: "ratio" }],
    ["CSAT at least 4.5/5", { op: ">=", min: 4.5, unit: "/5" }],
    ["NPS of 60", { op: "=", min: 60 }],
  ]);
});

test("comparators in signs and words", () => {
  expectAll([
    ["≥ 95%", { op: ">=", min: 95 }],
    ["at least 20 posts", { op: ">=", min: 20, raw: "at least 20 posts" }],
    ["20 or more posts", { op: ">=", min: 20 }],
    ["more than 1,000 customers", { op: ">", min: 1_000 }],
    ["at most 5% churn", { op: "<=", min: null, max: 5 }],
    ["up to 50 users", { op: "<=", max: 50 }],
    ["under 2 seconds", { op: "<", max: 2, unit: "seconds" }],
    ["response within 24 hours", { op: "<=", max: 24, unit: "hours" }],
    ["between 5 and 10 partners", { op: "between", min: 5, max: 10 }],
    ["100 customers", { op: "=", min: 100, max: 100 }],
    ["Reduce churn from 5% to 3%", { op: "<=", max: 3 }],
    ["Reduce costs by 20%", { op: "delta", min: -20 }],
    ["30% reduction in tickets", { op: "delta", min: -30 }],
  ]);
});

test("changes, counts in words, scores and lengths", () => {
  expectAll([
    ["From 10 to 50 customers", { raw: "From 10 to 50 customers", op: ">=", min: 50, max: null }],
    ["Days to close from 12 to 8", { op: "<=", max: 8 }],
    ["Activation 50% → 65%", { op: ">=", min: 65, unit: "%" }],
    ["Double the number of reviewers", { raw: "Double", op: "delta", min: 100, unit: "%" }],
    ["Halve response time", { op: "delta", min: -50 }],
    ["Increase NPS by 10 points", { op: "delta", min: 10, unit: "points" }],
    ["20% fewer cancellations", { op: "delta", min: -20 }],
    ["Zero critical bugs", { raw: "Zero critical bugs", op: "=", min: 0, max: 0 }],
    ["At least two references", { op: ">=", min: 2, unit: "references" }],
    ["1,000 sign-ups", { min: 1_000, unit: "sign-ups" }],
    ["eNPS of 50", { min: 50 }],
    ["4.8★ rating", { min: 4.8, unit: "stars" }],
    ["Team of 12", { min: 12 }],
    ["Response time: 24h", { min: 24, unit: "h" }],
    ["Reply within 2 business days", { op: "<=", max: 2, unit: "business days" }],
    ["Runway >= 12 months", { op: ">=", min: 12, unit: "months" }],
    ["20 demos booked per week", { min: 20, unit: "demos", window: "weekly" }],
  ]);
});

test("money, scales and windows", () => {
  expectAll([
    ["$1M-$2M monthly", { min: 1_000_000, max: 2_000_000, currency: "USD", window: "monthly" }],
    ["$1-2M", { min: 1_000_000, max: 2_000_000 }],
    ["US$ 2M", { min: 2_000_000, currency: "USD" }],
    ["€1.5M ARR", { min: 1_500_000, currency: "EUR", window: "yearly" }],
    ["MRR ≥ $10,000", { op: ">=", min: 10_000, window: "monthly" }],
    ["20k-30k EUR per month", { min: 20_000, max: 30_000, currency: "EUR", window: "monthly" }],
    ["50K visitors/month", { min: 50_000, unit: "visitors", window: "monthly" }],
    ["3 posts per week", { min: 3, unit: "posts", window: "weekly" }],
    ["£300", { min: 300, currency: "GBP" }],
  ]);
});

test("Spanish text", () => {
  expectAll(
    [
      ["al menos 20 artículos", { op: ">=", min: 20, unit: "artículos" }],
      ["más de 1.000 clientes", { op: ">", min: 1_000 }],
      ["como máximo 3,5%", { op: "<=", max: 3.5 }],
      ["20 mil € mensuales", { min: 20_000, currency: "EUR", window: "monthly" }],
      ["1,5 millones de euros", { min: 1_500_000, currency: "EUR" }],
      ["Renta por debajo de 2.500 € al mes", { op: "<", max: 2_500, window: "monthly" }],
      ["20.000 €-35.000 €", { op: "between", min: 20_000, max: 35_000 }],
      ["entre 5 y 10 socios", { op: "between", min: 5, max: 10 }],
      ["Rotación inferior al 10%", { op: "<", max: 10 }],
      ["Retención del 85% o más", { op: ">=", min: 85 }],
      ["al menos el 80 % de los alumnos", { raw: "al menos el 80 %", op: ">=", min: 80 }],
      ["Cero errores críticos", { op: "=", min: 0 }],
      ["Duplicar los ingresos", { op: "delta", min: 100 }],
      ["20 % menos de bajas", { op: "delta", min: -20 }],
      ["1,5 millones de descargas", { min: 1_500_000, unit: "descargas" }],
      ["50 000 € de ingresos mensuales", { min: 50_000, currency: "EUR", window: "monthly" }],
      ["de 5 a 10 socios", { op: "between", min: 5, max: 10 }],
      ["Pasar de 5 a 10 socios", { op: ">=", min: 10 }],
    ],
    true,
  );
});

test("numbers that name or describe are not targets", () => {
  const texts = [
    "24/7",
    "24/7 support",
    "Phase 2",
    "Phase 2 launch",
    "ISO 27001",
    "ISO 27001 audits",
    "Q3",
    "Q3 review",
    "Web3",
    "B2B sales",
    "2027",
    "Plan for 2027",
    "2026-2027",
    "GPT-4",
    "24 hours support",
    "1st",
    "v2.1.3",
    "Version 2.0",
    "2027-03-15",
    "15/03/2027",
    "March 15, 2027",
    "Month 3",
    "Months 1-6",
    "Week 3-4",
    "Days 31-60",
    "5-step process",
    "top 10",
    "Top 10 ranking",
    "SOC 2 Type 2",
    "10:30 standup",
    "within 3 months",
    "Windows 11",
    "HTTP/2",
    "Covid-19",
    "C1-C2 level",
    "100% complete",
    "Level 2 support",
    "1-on-1 meetings",
    "#3",
    "3 of 5 pilots",
    "Double opt-in",
    "Zero trust architecture",
    "Each of the five has finished a task",
    "One page says it all",
    "Cash stays above zero cash",
    "Deliver within 3 months",
    "30/60/90",
  ];
  for (const text of texts) assert.deepEqual(findQuantities(text), [], text);
});

test("several targets in one text are all read", () => {
  const found = findQuantities("100+ customers and 95%+ retention");
  assert.deepEqual(
    found.map(({ raw }) => raw),
    ["100+ customers", "95%+"],
  );
});

test("a range written downwards is turned round and marked", () => {
  assert.deepEqual(only("500-100 customers"), {
    raw: "500-100 customers",
    op: "between",
    min: 100,
    max: 500,
    unit: "customers",
    currency: null,
    window: null,
    reversed: true,
  });
});

test("what is read stands in the text, and any text is read in a moment", () => {
  const piece = fc.constantFrom(
    "$",
    "5",
    "10",
    "K",
    "-",
    "–",
    " ",
    "%",
    "+",
    "posts",
    "≥",
    "<",
    "1,000",
    ":",
    "/",
    "to",
    "monthly",
    "x",
    "€",
    "mil",
    "↓",
    ".",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      for (const { raw, min, max } of findQuantities(text)) {
        assert.ok(text.includes(raw));
        assert.ok(min !== null || max !== null);
        if (min !== null && max !== null) assert.ok(min <= max);
      }
    }),
    { numRuns: 500 },
  );
});
