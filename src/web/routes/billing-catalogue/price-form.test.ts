import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AddPrice, PriceTermsInput } from "#modules/billing/contract/price.ts";
import { coerce } from "#web/forms/coerce.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { entitlementsForm } from "./entitlements-form.ts";
import { dayEnd, dayStart, termsForm } from "./price-form.ts";

const parse = (raw: RawForm, locale = "en-GB") =>
  PriceTermsInput.safeParse(coerce(PriceTermsInput, termsForm(raw, locale)));
const base = { currency: "usd", cycle: "month", cycleCount: "1", scheme: "flat", amountMinor: "97" };

describe("the form of a price", () => {
  it("takes amounts as people write them", () => {
    assert.equal(parse(base).data?.amountMinor, 9_700);
    assert.equal(
      parse({ ...base, currency: "EUR", amountMinor: "1.497,50" }, "de-DE").data?.amountMinor,
      149_750,
    );
    assert.equal(parse({ ...base, currency: "JPY", amountMinor: "1500" }).data?.amountMinor, 1_500);
  });

  it("takes no price of nothing for an empty field", () => {
    const outcome = parse({ ...base, amountMinor: "" });
    assert.deepEqual(
      outcome.error?.issues.map(({ path }) => path.join(".")),
      ["amountMinor"],
    );
  });

  it("leaves out what another scheme or cycle would need", () => {
    const { data } = parse({
      ...base,
      packageSize: "10",
      instalments: "3",
      tiers: [{ upTo: "", unitMinor: "5", flatMinor: "" }],
    });
    assert.deepEqual([data?.packageSize, data?.instalments, data?.tiers], [null, null, null]);
    const once = parse({ ...base, cycle: "once", cycleCount: "3" });
    assert.equal(once.data?.cycleCount, 1);
  });

  it("closes up the tiers that were left empty", () => {
    const tier = (upTo: string, unitMinor: string) => ({ upTo, unitMinor, flatMinor: "" });
    const { data } = parse({
      ...base,
      scheme: "graduated",
      amountMinor: "",
      tiers: [tier("10", "9"), tier("", ""), tier("", "7.50"), tier("", "")],
    });
    assert.deepEqual(data?.tiers, [
      { upTo: 10, unitMinor: 900, flatMinor: 0 },
      { upTo: null, unitMinor: 750, flatMinor: 0 },
    ]);
  });

  it("turns days of the company into instants", () => {
    assert.equal(dayStart("2027-06-01", "Europe/Berlin"), "2027-05-31T22:00:00Z");
    assert.equal(dayEnd("2027-06-30", "Europe/Berlin"), "2027-06-30T22:00:00Z");
    assert.equal(dayStart("", "UTC"), "");
    const given = { offerId: "0190f7a0-0000-7000-8000-000000000000", terms: termsForm(base, "en-GB") };
    const outcome = AddPrice.safeParse(coerce(AddPrice, { ...given, soldFromAt: dayStart("soon", "UTC") }));
    assert.ok(outcome.error?.issues.every(({ path }) => path.join(".") === "soldFromAt"));
  });
});

describe("the form of entitlements", () => {
  it("keeps rows with a key, and prices of soft quotas alone", () => {
    const row = { key: "studio.documents", quota: "soft", overageMinor: { USD: "4", EUR: "" } };
    assert.deepEqual(
      entitlementsForm(
        { entitlements: [row, { key: " " }, { ...row, quota: "hard", perSeat: "on" }] },
        "en-GB",
      ),
      [
        { ...row, overageMinor: { USD: "400" }, perSeat: "false" },
        { ...row, quota: "hard", overageMinor: {}, perSeat: "true" },
      ],
    );
  });
});
