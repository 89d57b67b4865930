import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { creditorReference, groupReference } from "#modules/billing/rules/payments/creditor-reference.ts";
import {
  decideMatch,
  type LineFacts,
  type MatchCandidate,
} from "#modules/billing/rules/payments/matching/decide-match.ts";
import {
  findReferences,
  repairReferences,
} from "#modules/billing/rules/payments/matching/find-references.ts";
import { isSameName } from "#modules/billing/rules/payments/matching/same-name.ts";

const numbered = fc.nat(999_999).map((n) => `INV-${String(n).padStart(6, "0")}`);

describe("references in what people write", () => {
  it("are found with spaces, in small letters, glued to other words", () => {
    fc.assert(
      fc.property(
        numbered,
        fc.constantFrom("", "Rechnung ", "INVOICE"),
        fc.constantFrom("", " danke", "DANKE"),
        (number, head, tail) => {
          const reference = creditorReference(number);
          for (const written of [
            reference,
            groupReference(reference),
            reference.toLowerCase(),
            [...reference].join("-"),
          ])
            assert.ok(findReferences(`${head}${written}${tail}`).exact.includes(reference), written);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("are found by the number of the invoice, with or without its zeros", () => {
    const wanted = creditorReference("INV-000042");
    for (const text of [
      "INV-000042",
      "inv 42",
      "Invoice INV000042!",
      "Re: INV/42",
      "zahlung inv-000042 vom 3.1.",
    ])
      assert.ok([...findReferences(text).exact, ...findReferences(text).byNumber].includes(wanted), text);
    assert.ok(!findReferences("INV-000421").byNumber.includes(wanted));
  });

  it("are repaired after one slip: another character, one too few or too many, two swapped", () => {
    fc.assert(
      fc.property(
        numbered,
        fc.nat(),
        fc.constantFrom(..."0123456789"),
        fc.constantFrom("other", "less", "more", "swap"),
        (number, where, digit, slip) => {
          const right = creditorReference(number);
          const at = 2 + (where % (right.length - 3));
          const [head, tail] = [right.slice(0, at), right.slice(at)];
          const wrong = {
            other: head + digit + tail.slice(1),
            less: head + tail.slice(1),
            more: head + digit + tail,
            swap: head + (tail[1] ?? "") + (tail[0] ?? "") + tail.slice(2),
          }[slip];
          const found = [...findReferences(wrong).exact, ...repairReferences(groupReference(wrong))];
          assert.ok(found.includes(right), `${wrong} for ${right}`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are few enough to look up, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 140 }), (text) => {
        assert.ok(findReferences(`RF${text}`).exact.length < 50);
      }),
      { numRuns: 300 },
    );
    assert.ok(repairReferences(`RF18 ${"INV0000421234567".repeat(8)}`).length < 2000);
  });
});

describe("names", () => {
  for (const [payer, customer, same] of [
    ["ANNA AHRENS", "Anna Ahrens", true],
    ["Ahrens, Anna", "Anna Ahrens", true],
    ["Jorg Muller", "Jörg Müller", true],
    ["Herr Dr. Jörg Müller", "Jörg Müller", true],
    ["ACME GMBH", "Acme", true],
    ["ACME INTERNATIONAL TRADNG", "Acme International Trading GmbH", true],
    ["Anna Ahrens", "Anne Behrens", false],
    ["Kim", "Tim", false],
    ["", "Anna", false],
    ["GmbH", "Acme GmbH", false],
  ] as const)
    it(`${payer || "nothing"} ${same ? "is" : "is not"} ${customer}`, () => {
      assert.equal(isSameName(payer, customer), same);
    });
});

const invoice = (given: Partial<MatchCandidate> = {}): MatchCandidate => ({
  invoiceId: "i1",
  accountId: "a1",
  fullNumber: "INV-000001",
  reference: creditorReference("INV-000001"),
  currency: "EUR",
  openMinor: 9700,
  names: ["Anna Ahrens"],
  ...given,
});
const line = (given: Partial<LineFacts>): LineFacts => ({
  amountMinor: 9700,
  currency: "EUR",
  payerName: "Anna Ahrens",
  isReversal: false,
  byReference: [],
  byNumber: [],
  byRepair: [],
  byPayerAccount: [],
  byAmount: [],
  ...given,
});
const other = invoice({ invoiceId: "i2", accountId: "a2", fullNumber: "INV-000002" });
const second = invoice({ invoiceId: "i3", fullNumber: "INV-000003", openMinor: 300 });

describe("a bank line", () => {
  for (const [what, given, status, invoiceIds] of [
    ["that names an invoice", { byReference: [invoice()] }, "matched", ["i1"]],
    [
      "that names an invoice and pays less",
      { byReference: [invoice()], amountMinor: 5000 },
      "matched",
      ["i1"],
    ],
    [
      "that names an invoice and pays more",
      { byReference: [invoice()], amountMinor: 10_000 },
      "matched",
      ["i1"],
    ],
    [
      "that names two of one customer",
      { byReference: [invoice(), second], amountMinor: 10_000 },
      "matched",
      ["i1", "i3"],
    ],
    ["that names two of two customers", { byReference: [invoice(), other] }, "unmatched", []],
    [
      "that names one in another currency",
      { byReference: [invoice({ currency: "USD" })] },
      "suggested",
      ["i1"],
    ],
    ["that names one that is paid", { byReference: [invoice({ openMinor: 0 })] }, "suggested", []],
    ["with the number and the amount", { byNumber: [invoice()] }, "matched", ["i1"]],
    ["with the number and another amount", { byNumber: [invoice()], amountMinor: 1 }, "suggested", ["i1"]],
    ["with a slip that two could be meant by", { byRepair: [invoice(), other] }, "suggested", ["i1", "i2"]],
    [
      "with a slip of one and the amount",
      { byRepair: [invoice(), { ...other, openMinor: 1 }] },
      "matched",
      ["i1"],
    ],
    ["with a slip and another amount", { byRepair: [invoice()], amountMinor: 1 }, "suggested", ["i1"]],
    ["from a known account", { byPayerAccount: [invoice(), second] }, "suggested", ["i1"]],
    [
      "from a known account with an odd amount",
      { byPayerAccount: [second], amountMinor: 1 },
      "suggested",
      ["i3"],
    ],
    [
      "of the amount and the payer",
      { byAmount: [invoice(), { ...other, names: ["Kim Berg"] }] },
      "suggested",
      ["i1"],
    ],
    ["of the amount alone", { byAmount: [invoice()], payerName: "Somebody else" }, "suggested", ["i1"]],
    ["of an amount two owe", { byAmount: [invoice(), other], payerName: "?" }, "suggested", ["i1", "i2"]],
    ["of an amount many owe", { byAmount: Array(6).fill(other), payerName: "?" }, "unmatched", []],
    ["of nothing known", {}, "unmatched", []],
    ["that went out", { amountMinor: -9700, byReference: [invoice()] }, "ignored", []],
    ["that the bank took back", { amountMinor: -9700, isReversal: true }, "unmatched", []],
  ] as const)
    it(`${what} is ${status}`, () => {
      const decided = decideMatch(line(given as Partial<LineFacts>));
      assert.deepEqual([decided.status, decided.invoiceIds], [status, invoiceIds]);
      assert.match(decided.reason, /^[A-Z].+\.$/);
    });

  it("is never booked by itself without a name of an invoice in it", () => {
    const some = fc.subarray([invoice(), other, second]);
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: -100, max: 20_000 }),
        (byPayerAccount, byAmount, amountMinor) => {
          assert.notEqual(decideMatch(line({ byPayerAccount, byAmount, amountMinor })).status, "matched");
        },
      ),
    );
  });
});
