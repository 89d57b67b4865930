import assert from "node:assert/strict";
import { it } from "node:test";
import { CreateCoupon } from "#modules/billing/contract/coupons.ts";
import { coerce } from "#web/forms/coerce.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { couponForm } from "./coupon-form.ts";

const parse = (raw: RawForm, locale = "en-GB") =>
  CreateCoupon.safeParse(coerce(CreateCoupon, couponForm(raw, { locale, zone: "Europe/Berlin" })));
const base = { code: "spring", name: "Spring", takes: "percent", percentPpm: "12.5", duration: "once" };

it("takes a percentage or an amount, whatever was left in the other field", () => {
  const percent = parse({ ...base, amountMinor: "50", currency: "USD" }).data;
  assert.deepEqual([percent?.percentPpm, percent?.amountMinor, percent?.currency], [125_000, null, null]);
  const amount = parse({ ...base, takes: "amount", amountMinor: "49,90", currency: "eur" }, "de-DE").data;
  assert.deepEqual([amount?.percentPpm, amount?.amountMinor, amount?.currency], [null, 4_990, "EUR"]);
});

it("asks for what is missing at its field", () => {
  const paths = (raw: RawForm) => parse(raw).error?.issues.map(({ path }) => path.join("."));
  assert.ok(paths({ ...base, percentPpm: "" })?.includes("percentPpm"));
  assert.deepEqual(paths({ ...base, duration: "months", months: "" }), ["months"]);
});

it("counts for every offer unless some are ticked, and more than once when the box is not", () => {
  const all = parse(base).data;
  assert.deepEqual([all?.offerIds, all?.oncePerAccount], [null, false]);
  const id = "0190f7a0-0000-7000-8000-000000000000";
  assert.deepEqual(parse({ ...base, offerIds: [id], oncePerAccount: "on" }).data?.offerIds, [id]);
  assert.equal(parse({ ...base, endsAt: "2027-06-30" }).data?.endsAt, "2027-06-30T22:00:00Z");
});
