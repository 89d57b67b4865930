import { stories } from "#test/factories/story.ts";

// 1,600.00 in three: what does not divide is in the first.
stories("instalments", "UTC", {
  "add up to the price": `
    2027-01-15 | buy course instalments | invoice 533.34, access
    2027-02-14 | bill                   | nothing
    2027-02-15 | bill                   | invoice 533.33
    2027-03-15 | bill                   | invoice 533.33
    2027-04-15 | bill                   | nothing, open 0.00, access`,
  "from the 31st": `
    2027-01-31 | buy course instalments | invoice 533.34
    2027-02-27 | bill                   | nothing
    2027-02-28 | bill                   | invoice 533.33
    2027-03-30 | bill                   | nothing
    2027-03-31 | bill                   | invoice 533.33`,
  "from the 31st over a leap day": `
    2028-01-31 | buy course instalments | invoice 533.34
    2028-02-29 | bill                   | invoice 533.33
    2028-03-31 | bill                   | invoice 533.33`,
  "missed at once are billed each": `
    2027-01-15 | buy course instalments | invoice 533.34
    2027-05-01 | bill                   | invoice 533.33, invoice 533.33`,
  "wait for the first payment": `
    2027-01-15 | buy course instalments unpaid | invoice 533.34, no access
    2027-02-15 | bill unpaid                   | nothing, no access
    2027-02-16 | pay                           | nothing, access
    2027-02-16 | bill                          | invoice 533.33`,
  "hold access back when one is missing, and give it again when it comes": `
    2027-01-15 | buy course instalments | invoice 533.34, access
    2027-02-15 | bill unpaid            | invoice 533.33, due 2027-02-22
    2027-03-07 | live 13 unpaid         | nothing, access
    2027-03-08 | dun                    | nothing, no access
    2027-03-10 | pay                    | nothing, access
    2027-03-15 | bill                   | invoice 533.33, access`,
  "two missing: access comes with the second": `
    2027-01-15 | buy course instalments | invoice 533.34
    2027-02-15 | bill unpaid            | invoice 533.33, due 2027-02-22
    2027-03-08 | live 14 unpaid         | nothing, no access
    2027-03-15 | bill unpaid            | invoice 533.33, due 2027-03-22, open 1066.66
    2027-03-23 | live 8 unpaid          | nothing, no access
    2027-03-24 | pay 533.33             | nothing, no access, open 533.33
    2027-03-25 | pay 533.33             | nothing, access, open 0.00`,
  "with half off are half, to the cent": `
    # 800.00 off in three: 266.67, 266.67 and 266.66.
    2027-01-15 | buy course instalments coupon HALF-ONCE | invoice 266.67
    2027-02-15 | bill                                    | invoice 266.66
    2027-03-15 | bill                                    | invoice 266.67`,
  "with an amount off": `
    # 50.00 off in three by what they are: 16.67, 16.67 and 16.66.
    2027-01-15 | buy course instalments coupon FIFTY-ONCE | invoice 516.67
    2027-02-15 | bill                                     | invoice 516.66
    2027-03-15 | bill                                     | invoice 516.67`,
  "with a thousand off": `
    # 600.00 are left in three: 200.00 each, however the thousand splits.
    2027-01-15 | buy course instalments coupon THOUSAND | invoice 200.00
    2027-02-15 | bill                                   | invoice 200.00
    2027-03-15 | bill                                   | invoice 200.00`,
  "refunded end, and what is not due yet falls away": `
    2027-01-15 | buy course instalments | invoice 533.34
    2027-01-20 | refund last all        | credit note 533.34, no access, refunds 533.34
    2027-02-15 | bill                   | nothing
    2027-03-15 | bill                   | nothing`,
});

stories("instalments where clocks change", "America/Santiago", {
  "fall due on the local day": `
    2027-08-05 09:00 | buy course instalments | invoice 533.34
    2027-09-04 23:59 | bill                   | nothing
    2027-09-05 01:00 | bill                   | invoice 533.33
    2027-10-05 00:00 | bill                   | invoice 533.33`,
});
