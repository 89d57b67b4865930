import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { epcPayload } from "#modules/billing/rules/payments/epc-payload.ts";

const transfer = {
  name: "Red  Cross\nof Belgium",
  iban: "BE72 0000 0000 1616",
  bic: "BPOTBEB1",
  amountMinor: 105,
  currency: "EUR",
  reference: "RF18539007547034",
};

describe("the text of a QR code for a transfer", () => {
  it("follows the guideline of the European Payments Council line by line", () => {
    assert.deepEqual(epcPayload(transfer)?.split("\n"), [
      "BCD",
      "002",
      "1",
      "SCT",
      "BPOTBEB1",
      "Red Cross of Belgium",
      "BE72000000001616",
      "EUR1.05",
      "",
      "RF18539007547034",
    ]);
  });

  it("writes cents below one euro and leaves a BIC out", () => {
    const lines = epcPayload({ ...transfer, amountMinor: 7, bic: null })?.split("\n");
    assert.equal(lines?.[4], "");
    assert.equal(lines?.[7], "EUR0.07");
  });

  it("stays within 331 bytes whatever the name is", () => {
    const name = "Gesellschaft für Maß und Größe ".repeat(20);
    assert.ok(Buffer.byteLength(epcPayload({ ...transfer, name }) ?? "") <= 331);
  });

  it("is nothing for another currency, no amount or no IBAN", () => {
    assert.equal(epcPayload({ ...transfer, currency: "USD" }), null);
    assert.equal(epcPayload({ ...transfer, amountMinor: 0 }), null);
    assert.equal(epcPayload({ ...transfer, iban: "12345678" }), null);
  });
});
