import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  accessWords,
  cycleWords,
  onceOffPrices,
  type Price,
  priceView,
  shownAmount,
  subscriptionPrice,
  taxWords,
  viewPath,
  yearSaves,
} from "./price-words.ts";

const price = (given: Partial<Price>): Price => ({
  id: "p",
  currency: "USD",
  scheme: "flat",
  amountMinor: 9700,
  tiers: null,
  packageSize: null,
  cycle: "month",
  cycleCount: 1,
  instalments: null,
  includesTax: false,
  instalmentMinor: null,
  ...given,
});
const PLAN = [
  price({}),
  price({ cycle: "year", amountMinor: 97_000 }),
  price({ currency: "EUR", includesTax: true }),
];

describe("prices in words", () => {
  it("are looked at by month or year in one currency, each view at one address", () => {
    const currencies = ["USD", "EUR"];
    const view = (search: string) => priceView(`http://cairn.test/pricing${search}`, currencies);
    assert.deepEqual(view(""), { per: "month", currency: "USD" });
    assert.deepEqual(view("?per=year&currency=eur"), { per: "year", currency: "EUR" });
    assert.deepEqual(view("?per=decade&currency=XXX"), { per: "month", currency: "USD" });
    assert.equal(viewPath(view(""), "USD"), "/pricing");
    assert.equal(viewPath(view("?per=year&currency=EUR"), "USD"), "/pricing?per=year&currency=EUR");
  });

  it("of a plan fall back to the cycle there is", () => {
    assert.equal(subscriptionPrice(PLAN, { per: "year", currency: "USD" })?.amountMinor, 97_000);
    assert.equal(subscriptionPrice(PLAN, { per: "year", currency: "EUR" })?.cycle, "month");
    assert.equal(subscriptionPrice(PLAN, { per: "month", currency: "GBP" }), undefined);
  });

  it("of what is bought once show the whole before its parts", () => {
    const course = [price({ cycle: "instalments", instalments: 3 }), price({ cycle: "once" }), price({})];
    assert.deepEqual(
      onceOffPrices(course, "USD").map(({ cycle }) => cycle),
      ["once", "instalments"],
    );
  });

  it("say what a year saves only where a month can be compared", () => {
    assert.equal(yearSaves(PLAN, "USD"), 19_400);
    assert.equal(yearSaves(PLAN, "EUR"), null);
    assert.equal(yearSaves([price({}), price({ cycle: "year", amountMinor: 200_000 })], "USD"), null);
  });

  it("name cycles, tiers, tax and access", () => {
    assert.deepEqual(
      [cycleWords("month", 1), cycleWords("month", 3), cycleWords("year", 1), cycleWords("instalments", 1)],
      ["a month", "every 3 months", "a year", "once"],
    );
    const tiers = [
      { upTo: 10, unitMinor: 500, flatMinor: 0 },
      { upTo: null, unitMinor: 300, flatMinor: 0 },
    ];
    assert.deepEqual(shownAmount(price({ scheme: "volume", amountMinor: 0, tiers })), {
      minor: 300,
      isFrom: true,
    });
    assert.match(taxWords(PLAN), /added/);
    assert.match(taxWords([price({ includesTax: true })]), /include/);
    assert.deepEqual(
      [accessWords(365), accessWords(730), accessWords(90), accessWords(null)],
      ["A year of access", "2 years of access", "90 days of access", null],
    );
  });
});
