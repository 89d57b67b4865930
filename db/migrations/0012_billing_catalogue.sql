-- The catalogue: what keeps prices apart, and where grants came from.
SET LOCAL lock_timeout = '5s';

-- One price at a time without an end for what a buyer chooses between. Those with an end are kept apart by the command
-- that writes them, which locks the offer.
CREATE UNIQUE INDEX price_open ON billing.price (offer_id, currency, cycle, cycle_count, coalesce(instalments, 0))
  WHERE sold_until_at IS NULL;

-- Which offer a grant came from; null where a person of the company gave it.
ALTER TABLE billing.entitlement_grant ADD COLUMN offer_id uuid REFERENCES billing.offer (id);
-- Currency of overage_minor, and who gave what no sale did, and why.
ALTER TABLE billing.entitlement_grant ADD COLUMN currency char(3);
ALTER TABLE billing.entitlement_grant ADD COLUMN granted_by uuid;
ALTER TABLE billing.entitlement_grant ADD COLUMN reason text;

CREATE INDEX coupon_redemption_coupon ON billing.coupon_redemption (coupon_id, redeemed_at, id);
