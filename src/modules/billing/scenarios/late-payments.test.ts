import { stories } from "#test/factories/story.ts";

// As set out of the box: a renewal is due in 7 days, past due the day after, and held back 14 days after its due day.
stories("late payments", "UTC", {
  "within the grace keep access": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00, due 2027-02-11, is active
    2027-02-11 | dun               | nothing, is active
    2027-02-12 | dun               | nothing, is past_due, access, mrr 97.00
    2027-02-20 | pay               | nothing, is active, access`,
  "after the grace give access again, in the same period": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00, until 2027-03-04
    2027-02-12 | dun               | nothing, is past_due
    2027-02-25 | live 13 unpaid    | nothing, is suspended, no access, mrr 0.00
    2027-02-26 | pay               | nothing, is active, access, until 2027-03-04
    2027-03-04 | bill              | invoice 97.00, until 2027-04-04`,
  "in parts give access again with the last": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00
    2027-02-25 | live 13 unpaid               | nothing, is suspended, no access
    2027-02-26 | pay 50.00         | nothing, is suspended, no access, open 47.00
    2027-02-27 | pay 47.00         | nothing, is active, access, open 0.00`,
  "long after the period ended begin a new one: nobody pays for what was withheld": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00, until 2027-03-04
    2027-02-25 | live 13 unpaid               | nothing, is suspended, no access
    2027-03-04 | bill unpaid       | nothing, is suspended
    2027-03-20 | pay               | nothing, is active, access
    2027-03-20 | bill              | invoice 97.00, from 2027-03-20, until 2027-04-20
    2027-04-20 | bill              | invoice 97.00, until 2027-05-20`,
  "of a past due subscription are billed on within the grace": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00
    2027-02-12 | dun               | nothing, is past_due
    2027-03-04 | bill unpaid       | invoice 97.00, open 194.00
    2027-03-05 | pay               | nothing, is active, open 0.00`,
  "cancelled while past due end with the period": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00
    2027-02-12 | dun               | nothing, is past_due
    2027-02-13 | cancel unpaid     | nothing, is past_due, access
    2027-03-04 | bill unpaid       | nothing, is cancelled, open 97.00`,
  "cancelled while suspended end at once": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00
    2027-02-25 | live 13 unpaid               | nothing, is suspended
    2027-02-26 | cancel unpaid     | nothing, is cancelled, no access`,
  "of an old invoice do not bring an ended subscription back: its own invoice does": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-02-04 | bill unpaid       | invoice 97.00
    2027-02-06 | cancel now unpaid | nothing, is cancelled
    2027-03-01 | revive unpaid     | invoice 97.00, is incomplete, open 194.00
    2027-03-02 | pay 97.00         | nothing, is incomplete, open 97.00, no access
    2027-03-03 | pay 97.00         | nothing, is active, from 2027-03-03, access`,
  "of an order come too late for it": `
    2027-01-04 | buy starter month unpaid | invoice 97.00, due 2027-01-18
    2027-02-07 | expire                   | nothing, is incomplete
    2027-02-08 | expire                   | nothing, is cancelled, open 0.00`,
  "of a reminder for a year": `
    2027-01-04 | buy starter year  | invoice 970.00
    2028-01-04 | bill unpaid       | invoice 970.00, due 2028-01-11
    2028-01-12 | dun               | nothing, is past_due
    2028-01-25 | live 13 unpaid    | nothing, is suspended, no access
    2028-01-26 | pay               | nothing, is active, access, until 2029-01-04`,
});

stories("too much and too little", "UTC", {
  "what is beyond the invoice is credit, and pays the next one": `
    2027-01-04 | buy starter month unpaid | invoice 97.00
    2027-01-05 | pay 150.00               | nothing, balance 53.00, is active
    2027-02-05 | bill unpaid              | invoice 97.00, open 44.00, balance 0.00
    2027-02-06 | pay 44.00                | nothing, open 0.00`,
  "twice the price pays two periods": `
    2027-01-04 | buy starter month unpaid | invoice 97.00
    2027-01-05 | pay 194.00               | nothing, balance 97.00
    2027-02-05 | bill unpaid              | invoice 97.00, open 0.00, balance 0.00, is active
    2027-03-05 | bill unpaid              | invoice 97.00, open 97.00`,
  "a cent too little does not begin it": `
    2027-01-04 | buy starter month unpaid | invoice 97.00
    2027-01-05 | pay 96.99                | nothing, is incomplete, open 0.01, no access
    2027-01-06 | pay 0.01                 | nothing, is active, from 2027-01-06, access`,
  "a payment again for what is paid already is all credit": `
    2027-01-04 | buy starter month | invoice 97.00
    2027-01-05 | pay 97.00         | nothing, balance 97.00
    2027-02-04 | bill unpaid       | invoice 97.00, open 0.00, balance 0.00`,
  "credit of a year's downgrade pays months": `
    2027-01-01 | buy starter year         | invoice 970.00
    # 31/365 of 970.00 was January; 82.38 in whole: unused 887.62, less 97.00 for the month that begins.
    2027-02-01 | change starter month now | credit note 790.62, balance 790.62, until 2027-03-01
    2027-03-01 | bill unpaid              | invoice 97.00, open 0.00, balance 693.62
    2027-04-01 | bill unpaid              | invoice 97.00, open 0.00, balance 596.62`,
});
