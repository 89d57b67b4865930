import { stories } from "#test/factories/story.ts";

stories("refunds of a course", "UTC", {
  "in full take back the access": `
    2027-01-15 | buy course full | invoice 1497.00, access
    2027-01-20 | refund last all | credit note 1497.00, no access, refunds 1497.00, balance 0.00`,
  "in part leave it": `
    2027-01-15 | buy course full    | invoice 1497.00
    2027-01-20 | refund last 500.00 | credit note 500.00, access, refunds 500.00`,
  "in parts take it back with the last": `
    2027-01-15 | buy course full    | invoice 1497.00
    2027-01-20 | refund last 500.00 | credit note 500.00, access
    2027-01-21 | refund last 996.99 | credit note 996.99, access
    2027-01-22 | refund last all    | credit note 0.01, no access, refunds 1497.00`,
  "are never more than was paid": `
    2027-01-15 | buy course full     | invoice 1497.00
    2027-01-20 | refund last 500.00  | credit note 500.00
    2027-01-21 | refund last 997.01  | refused billing.refund_too_much`,
  "end when nothing is left": `
    2027-01-15 | buy course full | invoice 1497.00
    2027-01-20 | refund last all | credit note 1497.00
    2027-01-21 | refund last all | refused billing.nothing_to_refund`,
  "as credit pay the next thing": `
    2027-01-15 | buy starter month             | invoice 97.00
    2027-01-20 | refund last 40.00 as-credit   | credit note 40.00, balance 40.00, refunds 0.00, access
    2027-02-15 | bill unpaid                   | invoice 97.00, open 57.00, balance 0.00`,
  "of what was never paid give nothing out": `
    2027-01-15 | buy course full unpaid | invoice 1497.00
    2027-01-16 | refund last all unpaid | credit note 1497.00, refunds 0.00, open 0.00, no access`,
  "of what was half paid give out the half": `
    2027-01-15 | buy course full unpaid | invoice 1497.00
    2027-01-16 | pay 700.00             | nothing, open 797.00
    2027-01-17 | refund last all unpaid | credit note 1497.00, refunds 700.00, open 0.00, balance 0.00`,
});

stories("refunds of a subscription", "UTC", {
  "of the period under way end it": `
    2027-01-15 | buy starter month | invoice 97.00
    2027-01-20 | refund last all   | credit note 97.00, is cancelled, no access, mrr 0.00
    2027-02-15 | bill              | nothing`,
  "of an earlier period leave it running": `
    2027-01-15 | buy starter month | invoice 97.00
    2027-02-15 | bill              | invoice 97.00
    2027-02-20 | refund first all  | credit note 97.00, is active, access, refunds 97.00
    2027-03-15 | bill              | invoice 97.00`,
  "in part leave it running": `
    2027-01-15 | buy starter month  | invoice 97.00
    2027-01-20 | refund last 48.50  | credit note 48.50, is active, access
    2027-02-15 | bill               | invoice 97.00`,
  "of an upgrade leave the subscription": `
    2027-01-01 | buy starter month | invoice 97.00
    2027-01-11 | change pro month  | invoice 67.74
    2027-01-12 | refund last all   | credit note 67.74, is active, access`,
  "of a whole year bought in place of a month end it": `
    2027-01-01 | buy starter month       | invoice 97.00
    2027-01-11 | change starter year now | invoice 904.29, until 2028-01-11
    2027-01-12 | refund last all         | credit note 904.29, is cancelled, no access`,
  "after a downgrade give back what is left": `
    2027-01-01 | buy pro month            | invoice 197.00
    2027-01-11 | change starter month now | credit note 67.74, balance 67.74
    2027-01-12 | refund last all          | credit note 129.26, refunds 129.26, balance 67.74, is cancelled`,
});

stories("what is earned", "UTC", {
  "of a month by its days": `
    2027-01-01 | buy starter month | invoice 97.00, earned 0.00
    # 97.00 × 10/31
    2027-01-11 | earn              | nothing, earned 31.29
    2027-02-01 | earn              | nothing, earned 97.00`,
  "of a course by its year": `
    2027-02-01 | buy course full | invoice 1497.00
    # 1,497.00 × 28/365
    2027-03-01 | earn            | nothing, earned 114.84
    2028-02-01 | earn            | nothing, earned 1497.00`,
  "stops with a refund": `
    2027-03-01 | buy course full | invoice 1497.00
    # 1,497.00 × 10/365
    2027-03-11 | earn            | nothing, earned 41.01
    2027-03-11 | refund last all | credit note 1497.00, earned 0.00
    2027-04-01 | earn            | nothing, earned 0.00`,
});
