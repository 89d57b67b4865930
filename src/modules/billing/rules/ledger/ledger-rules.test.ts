import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { earnedBy, untilOf } from "./earned-by.ts";
import { earningOfLine } from "./earning-of-line.ts";
import { creditNotePostings, invoicePostings } from "./invoice-postings.ts";
import {
  commissionPostings,
  disputePostings,
  exchangePostings,
  moneyAccount,
  paymentPostings,
  refundPostings,
} from "./money-postings.ts";
import { balancedPostings, type Posting, reversedPostings } from "./posting.ts";
import { takeBack, takeUnearned } from "./take-back.ts";

const amounts = (postings: readonly Posting[]) =>
  Object.fromEntries(
    balancedPostings(postings).map(({ account, currency, amountMinor, jurisdiction }) => [
      [account, currency === "USD" ? null : currency, jurisdiction].filter(Boolean).join(" "),
      amountMinor,
    ]),
  );

describe("balancedPostings", () => {
  it("merges alike, drops nothings and keeps tax by whom it is owed to", () => {
    const tax = (jurisdiction: string, amountMinor: number): Posting => ({
      account: "tax_payable",
      currency: "EUR",
      amountMinor,
      jurisdiction,
    });
    assert.deepEqual(
      balancedPostings([
        tax("FR", -20),
        { account: "receivables", currency: "EUR", amountMinor: 50 },
        tax("DE", -10),
        tax("DE", -20),
        { account: "fees", currency: "EUR", amountMinor: 0 },
      ]),
      [{ account: "receivables", currency: "EUR", amountMinor: 50 }, tax("DE", -30), tax("FR", -20)],
    );
  });

  it("refuses what does not sum to zero in each currency", () => {
    const uneven: Posting[] = [
      { account: "bank", currency: "USD", amountMinor: 10 },
      { account: "receivables", currency: "EUR", amountMinor: -10 },
    ];
    assert.throws(() => balancedPostings(uneven), /USD leave 10/);
  });

  it("comes to nothing with its reversal", () => {
    const postings = paymentPostings({
      provider: "stripe",
      currency: "USD",
      amountMinor: 1000,
      feeMinor: 59,
      allocatedMinor: 900,
    });
    assert.deepEqual(balancedPostings([...postings, ...reversedPostings(postings)]), []);
  });
});

describe("earningOfLine", () => {
  const line = { netMinor: 1, revenue: "subscription", periodStartsOn: null, periodEndsOn: null } as const;
  const period = { periodStartsOn: "2027-01-04", periodEndsOn: "2027-02-04" };
  const cases = [
    [{ ...line, ...period }, "renewal", "dated"],
    [line, "order", "waits"],
    [{ ...line, revenue: "course" as const }, "instalment", "waits"],
    [{ ...line, revenue: "service" as const }, "order", "waits"],
    [{ ...line, revenue: "service" as const }, "manual", "at_once"],
    [{ ...line, revenue: "usage" as const, ...period }, "renewal", "at_once"],
    [{ ...line, revenue: "service" as const, ...period }, "manual", "dated"],
  ] as const;
  for (const [given, source, expected] of cases)
    it(`${given.revenue}, ${given.periodStartsOn ? "with" : "without"} period, ${source}: ${expected}`, () =>
      assert.equal(earningOfLine(given, source), expected));
});

describe("postings", () => {
  it("of an invoice: receivables against revenue to come, revenue and tax", () => {
    const line = { periodStartsOn: null, periodEndsOn: null };
    assert.deepEqual(
      amounts(
        invoicePostings({
          currency: "USD",
          sourceKind: "renewal",
          totalMinor: 14_280,
          lines: [
            { ...line, netMinor: 9700, revenue: "subscription" },
            { ...line, netMinor: 2300, revenue: "usage" },
          ],
          taxes: [{ jurisdiction: "DE", taxMinor: 2280 }],
        }),
      ),
      { receivables: 14_280, deferred_revenue: -9700, revenue_usage: -2300, "tax_payable DE": -2280 },
    );
  });

  it("of a credit note: what was to come, what was earned, and its tax", () => {
    assert.deepEqual(
      amounts(
        creditNotePostings(
          { currency: "USD", totalMinor: 119, taxes: [{ jurisdiction: "DE", taxMinor: 19 }] },
          [{ revenue: "subscription", returnedMinor: 60, reversedMinor: 40 }],
        ),
      ),
      { deferred_revenue: 60, revenue_subscription: 40, "tax_payable DE": 19, receivables: -119 },
    );
  });

  it("of a payment: the fee, what was owed, and the rest as credit", () => {
    const payment = { currency: "USD", amountMinor: 1000, feeMinor: 59, allocatedMinor: 900 };
    assert.deepEqual(amounts(paymentPostings({ ...payment, provider: "stripe" })), {
      provider_clearing: 941,
      fees: 59,
      receivables: -900,
      customer_credit: -100,
    });
    assert.equal(moneyAccount("bank_transfer"), "bank");
  });

  it("of a refund: credit, under way, out", () => {
    const refund = { provider: "stripe", currency: "USD", amountMinor: 500 };
    assert.deepEqual(amounts(refundPostings(refund, "requested")), {
      customer_credit: 500,
      refunds_payable: -500,
    });
    assert.deepEqual(amounts(refundPostings(refund, "settled")), {
      refunds_payable: 500,
      provider_clearing: -500,
    });
    assert.deepEqual(
      balancedPostings([...refundPostings(refund, "requested"), ...refundPostings(refund, "failed")]),
      [],
    );
  });

  it("of a dispute: won leaves the fee alone, lost is borne by credit and loss", () => {
    const dispute = { provider: "stripe", currency: "USD", amountMinor: 1000, feeMinor: 15 };
    const opened = disputePostings(dispute, "opened", 0);
    assert.deepEqual(amounts(opened), { provider_clearing: -1015, disputed: 1000, fees: 15 });
    assert.deepEqual(amounts([...opened, ...disputePostings(dispute, "won", 0)]), {
      provider_clearing: -15,
      fees: 15,
    });
    assert.deepEqual(amounts(disputePostings(dispute, "lost", 800)), {
      customer_credit: 800,
      dispute_losses: 200,
      disputed: -1000,
    });
  });

  it("of a commission: accrued, taken back, paid", () => {
    const amount = { currency: "USD", amountMinor: 300 };
    assert.deepEqual(amounts(commissionPostings("accrued", amount)), {
      commissions: 300,
      commissions_payable: -300,
    });
    assert.deepEqual(
      balancedPostings([
        ...commissionPostings("accrued", amount),
        ...commissionPostings("clawed_back", amount),
      ]),
      [],
    );
    assert.deepEqual(amounts(commissionPostings("paid", amount)), { commissions_payable: 300, bank: -300 });
  });

  it("of an exchange: each currency by itself, the difference a gain or a loss", () => {
    const exchange = {
      fromAccount: "provider_clearing",
      fromCurrency: "EUR",
      fromMinor: 10_000,
      toCurrency: "USD",
      worthMinor: 11_000,
    } as const;
    const euros = { "provider_clearing EUR": -10_000, "currency_exchange EUR": 10_000 };
    assert.deepEqual(amounts(exchangePostings({ ...exchange, toMinor: 10_800 })), {
      ...euros,
      bank: 10_800,
      exchange_losses: 200,
      currency_exchange: -11_000,
    });
    assert.deepEqual(amounts(exchangePostings({ ...exchange, toMinor: 11_300 })), {
      ...euros,
      bank: 11_300,
      exchange_gains: -300,
      currency_exchange: -11_000,
    });
  });
});

describe("takeBack", () => {
  const schedules = [
    { id: "1", position: 1, unearnedMinor: 60, earnedMinor: 40 },
    { id: "2", position: 2, unearnedMinor: 30, earnedMinor: 0 },
    { id: "3", position: 3, unearnedMinor: -20, earnedMinor: -5 },
  ];
  const take = (lines: readonly { position: number | null; netMinor: number }[]) =>
    takeBack(schedules, lines).map(({ id, returnedMinor, reversedMinor }) => [
      id,
      returnedMinor,
      reversedMinor,
    ]);

  it("takes the days to come before those that were", () =>
    assert.deepEqual(take([{ position: 1, netMinor: 70 }]), [["1", 60, 10]]));
  it("takes of the line named first, then of the others", () =>
    assert.deepEqual(take([{ position: 2, netMinor: 50 }]), [
      ["1", 20, 0],
      ["2", 30, 0],
    ]));
  it("takes of all in their order where no line is named", () =>
    assert.deepEqual(take([{ position: null, netMinor: 95 }]), [
      ["1", 60, 5],
      ["2", 30, 0],
    ]));
  it("gives back what was charged less", () =>
    assert.deepEqual(
      take([
        { position: 1, netMinor: 100 },
        { position: 3, netMinor: -25 },
      ]),
      [
        ["1", 60, 40],
        ["3", -20, -5],
      ],
    ));
  it("refuses more than there is", () =>
    assert.throws(() => take([{ position: 1, netMinor: 131 }]), /1 more is given back/));

  it("never takes more of a schedule than it holds, and all that is asked", () => {
    const held = fc.array(fc.record({ unearnedMinor: fc.nat(1000), earnedMinor: fc.nat(1000) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(held, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), (has, share, position) => {
        const given = has.map((one, index) => ({ ...one, id: String(index), position: index }));
        const total = given.reduce((sum, one) => sum + one.unearnedMinor + one.earnedMinor, 0);
        const wanted = Math.floor(total * share);
        const taken = takeBack(given, [{ position, netMinor: wanted }]);
        const sum = taken.reduce((all, one) => all + one.returnedMinor + one.reversedMinor, 0);
        assert.equal(sum, wanted);
        for (const one of taken) {
          const from = given[Number(one.id)];
          assert.ok(one.returnedMinor <= (from?.unearnedMinor ?? 0));
          assert.ok(one.reversedMinor <= (from?.earnedMinor ?? 0));
        }
      }),
    );
  });
});

describe("takeUnearned", () => {
  it("takes what is to come, never more than is asked or there", () => {
    const schedules = [
      { id: "1", position: 1, unearnedMinor: 50, earnedMinor: 50 },
      { id: "2", position: 2, unearnedMinor: -20, earnedMinor: 0 },
    ];
    assert.deepEqual(takeUnearned(schedules, 100), [{ id: "1", returnedMinor: 30, reversedMinor: 0 }]);
    assert.deepEqual(takeUnearned(schedules, 10), [{ id: "1", returnedMinor: 10, reversedMinor: 0 }]);
    assert.deepEqual(takeUnearned([{ id: "1", position: 1, unearnedMinor: 0, earnedMinor: 9 }], 5), []);
  });
});

describe("earnedBy", () => {
  const month = { amountMinor: 9700, fromOn: "2027-01-31", untilOn: "2027-02-28" };

  it("earns by the day, to the cent", () => {
    assert.equal(earnedBy(month, "2027-01-31"), 0);
    assert.equal(earnedBy(month, "2027-02-01"), 346);
    assert.equal(earnedBy(month, "2027-02-14"), 4850);
    assert.equal(earnedBy(month, "2027-02-28"), 9700);
    assert.equal(earnedBy(month, "2028-01-01"), 9700);
  });

  it("earns what begins and ends on one day on that day", () => {
    const once = { amountMinor: 500, fromOn: "2027-03-01", untilOn: "2027-03-01" };
    assert.deepEqual([earnedBy(once, "2027-02-28"), earnedBy(once, "2027-03-01")], [0, 500]);
  });

  it("loses nothing however the days are cut, and never goes back", () => {
    const span = fc.record({
      amountMinor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      days: fc.integer({ min: 1, max: 800 }),
    });
    fc.assert(
      fc.property(span, ({ amountMinor, days }) => {
        const fromOn = "2027-11-03";
        const dayAt = (index: number) => Temporal.PlainDate.from(fromOn).add({ days: index }).toString();
        const given = { amountMinor, fromOn, untilOn: dayAt(days) };
        const earned = Array.from({ length: days + 1 }, (_, index) => earnedBy(given, dayAt(index)));
        assert.deepEqual([earned[0], earned.at(-1)], [0, amountMinor === 0 ? 0 : amountMinor]);
        for (const [index, value] of earned.slice(1).entries()) {
          const before = earned[index] ?? 0;
          assert.ok(Math.sign(value - before) * Math.sign(amountMinor) >= 0);
          assert.ok(Math.abs(value - before - amountMinor / days) <= 1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("ends courses after their days, or after a year, leap days too", () => {
    assert.equal(untilOf("2027-01-04", 30), "2027-02-03");
    assert.equal(untilOf("2028-02-29", null), "2029-02-28");
  });
});
