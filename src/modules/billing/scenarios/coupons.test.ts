import { stories } from "#test/factories/story.ts";

stories("coupons on a plan", "UTC", {
  "half of the first period": `
    2027-01-31 | buy starter month coupon HALF-ONCE | invoice 48.50
    2027-02-28 | bill                               | invoice 97.00`,
  "an amount off the first period": `
    2027-01-31 | buy starter month coupon FIFTY-ONCE | invoice 47.00
    2027-02-28 | bill                                | invoice 97.00`,
  "a fifth for three months from the 31st": `
    2027-01-31 | buy starter month coupon FIFTH-3 | invoice 77.60, mrr 77.60
    2027-02-28 | bill                             | invoice 77.60
    2027-03-31 | bill                             | invoice 77.60, mrr 77.60
    2027-04-30 | bill                             | invoice 97.00, mrr 97.00`,
  "three months count from the day of payment, not of the order": `
    2027-01-31 | buy starter month coupon FIFTH-3 unpaid | invoice 77.60
    2027-02-03 | pay                                     | nothing, from 2027-02-03
    2027-03-03 | bill                                    | invoice 77.60
    2027-04-03 | bill                                    | invoice 77.60
    2027-05-03 | bill                                    | invoice 97.00`,
  "a tenth for good": `
    2027-01-31 | buy starter month coupon TENTH | invoice 87.30, mrr 87.30
    2028-01-31 | bill | invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, invoice 87.30, until 2028-02-29`,
  "ten off for good": `
    2027-01-31 | buy starter month coupon TEN-OFF | invoice 87.00, mrr 87.00
    2027-02-28 | bill                             | invoice 87.00`,
  "a third that does not divide": `
    # 33.3333 % of 97.00 is 32.33.
    2027-01-31 | buy starter month coupon THIRD | invoice 64.67
    2027-02-28 | bill                           | invoice 64.67`,
  "the first is free, and begins at once": `
    2027-01-31 | buy starter month coupon FREE-ONCE | invoice 0.00, is active, until 2027-02-28, access
    2027-02-28 | bill                               | invoice 97.00`,
  "more off than the price is the price": `
    2027-01-31 | buy starter month coupon THOUSAND | invoice 0.00, is active
    2027-02-28 | bill                              | invoice 97.00`,
  "a fifth of a year lasts the year, and no longer": `
    2027-01-31 | buy starter year coupon FIFTH-3 | invoice 776.00
    2028-01-31 | bill                            | invoice 970.00`,
  "on seats": `
    2027-01-31 | buy team month x7 coupon TENTH | invoice 126.00
    2027-02-28 | bill                           | invoice 126.00`,
  "that nobody knows is refused": `
    2027-01-31 | buy starter month coupon NOBODY | refused billing.coupon_unusable`,
});

stories("coupons and changes of plan", "UTC", {
  "unused time comes back at the price it was paid": `
    2027-01-01 | buy starter month coupon TENTH | invoice 87.30
    # 21/31 of 177.30 and of 87.30: 120.11 - 59.14
    2027-01-11 | change pro month               | invoice 60.97, mrr 177.30
    2027-02-01 | bill                           | invoice 177.30`,
  "half of the first period counts for both plans in it": `
    2027-01-01 | buy starter month coupon HALF-ONCE | invoice 48.50
    # 21/31 of 98.50 and of 48.50: 66.73 - 32.85
    2027-01-11 | change pro month                   | invoice 33.88
    2027-02-01 | bill                               | invoice 197.00`,
  "a fifth of three months goes on with the new plan": `
    2027-01-01 | buy starter month coupon FIFTH-3 | invoice 77.60
    # 21/31 of 157.60 and of 77.60: 106.76 - 52.57
    2027-01-11 | change pro month                 | invoice 54.19
    2027-02-01 | bill                             | invoice 157.60
    2027-03-01 | bill                             | invoice 157.60
    2027-04-01 | bill                             | invoice 197.00`,
  "ten off stays ten off": `
    2027-01-01 | buy starter month coupon TEN-OFF | invoice 87.00
    # 21/31 of 187.00 and of 87.00: 126.68 - 58.94
    2027-01-11 | change pro month                 | invoice 67.74
    2027-02-01 | bill                             | invoice 187.00`,
  "a downgrade gives back what was paid, not what it costs without": `
    2027-01-01 | buy pro month coupon TENTH | invoice 177.30
    # 21/31 of 87.30 and of 177.30
    2027-01-11 | change starter month now   | credit note 60.97, balance 60.97`,
  "a free first period gives nothing back": `
    2027-01-01 | buy pro month coupon FREE-ONCE | invoice 0.00
    2027-01-11 | change starter month now       | invoice 0.00, balance 0.00
    2027-02-01 | bill                           | invoice 97.00`,
  "half of the first month lowers no year that follows it": `
    2027-01-01 | buy starter month coupon HALF-ONCE | invoice 48.50
    # 970.00 less 21/31 of 48.50
    2027-01-11 | change starter year now            | invoice 937.15, until 2028-01-11
    2028-01-11 | bill                               | invoice 970.00`,
  "half of the first month, changed on its first day, is given back with it": `
    2027-01-01 | buy starter month coupon HALF-ONCE | invoice 48.50
    2027-01-01 | change starter year now            | invoice 921.50, until 2028-01-01`,
  "half of the first year lowers no month that follows it": `
    2027-01-01 | buy pro year coupon HALF-ONCE | invoice 985.00
    # 355/365 of 985.00 less 197.00
    2027-01-11 | change pro month now          | credit note 761.01, balance 761.01, until 2027-02-11
    2027-02-11 | bill                          | invoice 197.00
    2027-03-11 | bill                          | invoice 197.00`,
  "a fifth of three months lowers the year that begins within them": `
    2027-01-01 | buy starter month coupon FIFTH-3 | invoice 77.60
    # 776.00 less 21/31 of 77.60
    2027-01-11 | change starter year now          | invoice 723.43
    2028-01-11 | bill                             | invoice 970.00`,
  "a fifth of three months lowers no month that begins after them": `
    2027-01-01 | buy pro year coupon FIFTH-3 | invoice 1576.00
    # 245/365 of 1576.00 less 197.00
    2027-05-01 | change pro month now        | credit note 860.86, balance 860.86, until 2027-06-01`,
  "after the coupon ran out nothing of it is left": `
    2027-01-01 | buy starter month coupon HALF-ONCE | invoice 48.50
    2027-02-01 | bill                               | invoice 97.00
    # 14/28 of 197.00 and of 97.00
    2027-02-15 | change pro month                   | invoice 50.00`,
});

stories("coupons on a course", "UTC", {
  "a fifth": `
    2027-01-31 | buy course full coupon FIFTH-3 | invoice 1197.60, access`,
  "a thousand off": `
    2027-01-31 | buy course full coupon THOUSAND | invoice 497.00`,
  free: `
    2027-01-31 | buy course full coupon FREE-ONCE | invoice 0.00, access`,
});
