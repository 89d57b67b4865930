import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { viesChecker } from "#modules/billing/tax/vies-checker.ts";
import { startVies, type ViesBehaviour, type ViesDouble } from "#test/doubles/vies.ts";

const french = readTaxId("FR40303265045", "FR");

describe("VIES", () => {
  let vies: ViesDouble;
  before(async () => {
    vies = await startVies();
  });
  after(() => vies.close());
  const ask = (behaviour: ViesBehaviour, requester: string | null = null) => {
    vies.answers.set("FR40303265045", behaviour);
    return viesChecker(vies.url).check(french, requester);
  };

  it("is asked by country and number, and for whom", async () => {
    await ask("valid", "DE136695976");
    assert.deepEqual(vies.asked.at(-1), {
      countryCode: "FR",
      vatNumber: "40303265045",
      requesterMemberStateCode: "DE",
      requesterNumber: "136695976",
    });
    await viesChecker(vies.url).check(readTaxId("094259216", "GR"), null);
    assert.deepEqual(vies.asked.at(-1), { countryCode: "EL", vatNumber: "094259216" });
  });

  it("gives what it says with the number of the inquiry and a hash of the answer", async () => {
    const valid = await ask("valid", "DE136695976");
    assert.deepEqual([valid.result, valid.consultation], ["valid", "WAPIAAAAYx1234"]);
    assert.match(valid.answerSha256 ?? "", /^[0-9a-f]{64}$/);
    const invalid = await ask("invalid");
    assert.deepEqual([invalid.result, invalid.consultation], ["invalid", null]);
  });

  for (const behaviour of [
    "MS_UNAVAILABLE",
    "SERVICE_UNAVAILABLE",
    "error_500",
    "no_json",
    "hang_up",
  ] as const)
    it(`says nothing about the number on ${behaviour}`, async () => {
      assert.equal((await ask(behaviour)).result, "unavailable");
    });

  it("says nothing when nobody listens", async () => {
    const nobody = viesChecker("http://127.0.0.1:9/rest-api");
    assert.equal((await nobody.check(french, null)).result, "unavailable");
  });

  it("covers the member states alone", () => {
    const checker = viesChecker(vies.url);
    assert.deepEqual(["FR", "GR", "GB", "CH", "US"].map(checker.covers), [true, true, false, false, false]);
  });
});
