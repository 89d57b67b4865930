import assert from "node:assert/strict";
import { it } from "node:test";
import { type CouponLimits, couponStanding } from "./coupon-standing.ts";

const standing = (given: Partial<CouponLimits>) =>
  couponStanding(
    {
      startsAt: "2027-01-01T00:00:00Z",
      endsAt: null,
      archivedAt: null,
      maxRedemptions: null,
      redeemed: 0,
      ...given,
    },
    Temporal.Instant.from("2027-03-01T00:00:00Z"),
  );

it("says where a coupon stands", () => {
  assert.equal(standing({}), "accepted");
  assert.equal(standing({ startsAt: "2027-03-01T00:00:01Z" }), "scheduled");
  assert.equal(standing({ endsAt: "2027-03-01T00:00:00Z" }), "over");
  assert.equal(standing({ archivedAt: "2027-02-01T00:00:00Z", startsAt: "2028-01-01T00:00:00Z" }), "over");
  assert.equal(standing({ maxRedemptions: 5, redeemed: 5 }), "used_up");
  assert.equal(standing({ maxRedemptions: 5, redeemed: 4 }), "accepted");
});
