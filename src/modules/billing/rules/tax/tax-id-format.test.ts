import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";

const shown = (text: string, country: string) => {
  const { number, country: of, isWellFormed } = readTaxId(text, country);
  return `${number} ${of} ${isWellFormed}`;
};

// Numbers published by companies and in the documentation of the registers.
const CASES: readonly (readonly [text: string, country: string, expected: string])[] = [
  ["DE 136 695 976", "DE", "DE136695976 DE true"],
  ["136695976", "DE", "DE136695976 DE true"],
  ["de136695976", "FR", "DE136695976 DE true"],
  ["DE136695977", "DE", "DE136695977 DE false"],
  ["ATU13585627", "AT", "ATU13585627 AT true"],
  ["U13585627", "AT", "ATU13585627 AT true"],
  ["FR 40 303265045", "FR", "FR40303265045 FR true"],
  ["ES-B58378431", "ES", "ESB58378431 ES true"],
  ["NL004495445B01", "NL", "NL004495445B01 NL true"],
  ["IE6433435F", "IE", "IE6433435F IE true"],
  ["BE0428759497", "BE", "BE0428759497 BE true"],
  ["IT00743110157", "IT", "IT00743110157 IT true"],
  ["EL094259216", "GR", "EL094259216 GR true"],
  ["GR094259216", "GR", "EL094259216 GR true"],
  ["094259216", "GR", "EL094259216 GR true"],
  ["GB980780684", "GB", "GB980780684 GB true"],
  ["XI980780684", "GB", "GB980780684 GB true"],
  ["CHE-107.787.577 MWST", "CH", "CHE107787577MWST CH true"],
  ["CHE107787577", "CH", "CHE107787577MWST CH true"],
  ["CHE107787577TVA", "CH", "CHE107787577MWST CH true"],
  ["107787577", "CH", "CHE107787577MWST CH true"],
  ["995525828", "NO", "NO995525828MVA NO true"],
  ["NO 995 525 828 MVA", "NO", "NO995525828MVA NO true"],
  ["995525828MVA", "NO", "NO995525828MVA NO true"],
  ["12-3456789", "US", "123456789 US true"],
  ["??", "US", " US false"],
];

describe("a tax id as people type it", () => {
  for (const [text, country, expected] of CASES)
    it(`${text} of ${country}`, () => assert.equal(shown(text, country), expected));

  it("reads the same again, and takes rubbish for none", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.constantFrom("DE", "GR", "CH", "NO", "GB", "US", "FR"),
        (text, country) => {
          const once = readTaxId(text, country);
          assert.deepEqual(readTaxId(once.number, once.country), once);
        },
      ),
    );
  });
});
