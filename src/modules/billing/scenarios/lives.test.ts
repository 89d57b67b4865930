import { stories } from "#test/factories/story.ts";

stories("trials", "Europe/Berlin", {
  "cost nothing until they end, and then a period": `
    2027-01-10 | buy trial month | nothing, is trialing, from 2027-01-10, until 2027-01-24, mrr 0.00, access
    2027-01-23 | bill            | nothing, is trialing
    2027-01-24 | bill            | invoice 97.00, is active, from 2027-01-24, until 2027-02-24, mrr 97.00
    2027-02-24 | bill            | invoice 97.00, until 2027-03-24`,
  "that end on the 31st anchor there": `
    2027-01-17 | buy trial month | nothing, until 2027-01-31
    2027-01-31 | bill            | invoice 97.00, until 2027-02-28
    2027-02-28 | bill            | invoice 97.00, until 2027-03-31`,
  "that end on a leap day": `
    2028-02-15 | buy trial month | nothing, until 2028-02-29
    2028-02-29 | bill            | invoice 97.00, until 2028-03-29
    2028-03-29 | bill            | invoice 97.00, until 2028-04-29`,
  "that end on the day clocks change": `
    2027-03-14       | buy trial month | nothing, until 2027-03-28
    2027-03-27 23:59 | bill            | nothing
    2027-03-28 00:00 | bill            | invoice 97.00, until 2027-04-28`,
  "cancelled end without an invoice": `
    2027-01-10 | buy trial month | nothing
    2027-01-20 | cancel          | nothing, is trialing, access
    2027-01-24 | bill            | nothing, is cancelled, no access
    2027-02-24 | bill            | nothing`,
  "cancelled at once lose access at once": `
    2027-01-10 | buy trial month | nothing
    2027-01-12 | cancel now      | nothing, is cancelled, no access`,
  "cancelled and kept are billed": `
    2027-01-10 | buy trial month | nothing
    2027-01-20 | cancel          | nothing
    2027-01-21 | keep            | nothing
    2027-01-24 | bill            | invoice 97.00, is active`,
  "changed to a larger plan go on, and are billed for it": `
    2027-01-10 | buy trial month  | nothing
    2027-01-15 | change pro month | nothing, is trialing, until 2027-01-24
    2027-01-24 | bill             | invoice 197.00, is active, until 2027-02-24`,
  "changed to a year are billed a year": `
    2027-01-10 | buy trial month  | nothing
    2027-01-15 | change pro year  | nothing, is trialing, until 2027-01-24
    2027-01-24 | bill             | invoice 1970.00, is active, until 2028-01-24`,
  "with a coupon for the first month": `
    2027-01-10 | buy trial month coupon HALF-ONCE | nothing
    2027-01-24 | bill                             | invoice 48.50
    2027-02-24 | bill                             | invoice 97.00`,
  "with a coupon for three months count from the first": `
    2027-01-10 | buy trial month coupon FIFTH-3 | nothing
    2027-01-24 | bill                           | invoice 77.60, mrr 77.60
    2027-02-24 | bill                           | invoice 77.60
    2027-03-24 | bill                           | invoice 77.60
    2027-04-24 | bill                           | invoice 97.00, mrr 97.00`,
  "that nobody pays fall due, and are held back": `
    2027-01-10 | buy trial month | nothing
    2027-01-24 | bill unpaid     | invoice 97.00, due 2027-01-31, is active
    2027-02-01 | dun             | nothing, is past_due, access
    2027-02-14 | live 13 unpaid  | nothing, is suspended, no access
    2027-02-15 | pay             | nothing, is active, access`,
  "billed late catch up from their end": `
    2027-01-10 | buy trial month | nothing
    2027-03-01 | bill            | invoice 97.00, invoice 97.00, from 2027-02-24, until 2027-03-24`,
});

stories("cancellations", "America/New_York", {
  "end with the paid period": `
    2027-01-31 | buy starter month | invoice 97.00, until 2027-02-28
    2027-02-10 | cancel            | nothing, is active, access
    2027-02-27 | bill              | nothing, is active, access
    2027-02-28 | bill              | nothing, is cancelled, no access, mrr 0.00`,
  "on the last day end the same day's night": `
    2027-01-31       | buy starter month | invoice 97.00
    2027-02-27 23:59 | cancel            | nothing, is active
    2027-02-28 00:00 | bill              | nothing, is cancelled`,
  "at once end at once and give nothing back": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-01 | cancel now        | nothing, is cancelled, no access, balance 0.00`,
  "are taken back": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-10 | cancel            | nothing
    2027-02-11 | keep              | nothing
    2027-02-28 | bill              | invoice 97.00, is active`,
  "cannot be taken back once they are done": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-10 | cancel            | nothing
    2027-02-28 | bill              | nothing
    2027-03-01 | keep              | refused billing.nothing_planned`,
  "happen once": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-10 | cancel now        | nothing
    2027-02-10 | cancel            | refused billing.subscription_over`,
  "of a year keep the year": `
    2028-02-29 | buy starter year  | invoice 970.00, until 2029-02-28
    2028-06-01 | cancel            | nothing
    2029-02-27 | bill              | nothing, is active
    2029-02-28 | bill              | nothing, is cancelled`,
  "with a late worker end all the same, and nothing more is billed": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-10 | cancel            | nothing
    2027-06-01 | bill              | nothing, is cancelled`,
  "of an order that was never paid": `
    2027-01-31 | buy starter month unpaid | invoice 97.00, is incomplete
    2027-02-01 | cancel unpaid            | nothing, is cancelled`,
});

stories("coming back", "Europe/Berlin", {
  "after the end begins anew when it is paid": `
    2027-01-10 | buy starter month | invoice 97.00
    2027-01-11 | cancel now        | nothing, is cancelled
    2027-03-31 | revive unpaid     | invoice 97.00, is incomplete, no access
    2027-04-02 | pay               | nothing, is active, from 2027-04-02, until 2027-05-02, access
    2027-05-02 | bill              | invoice 97.00, until 2027-06-02`,
  "on the day it ended": `
    2027-01-10 09:00 | buy starter month | invoice 97.00, from 2027-01-10
    2027-01-10 10:00 | cancel now        | nothing, is cancelled
    2027-01-10 11:00 | revive            | invoice 97.00, is active, from 2027-01-10, until 2027-02-10
    2027-02-10 12:00 | bill              | invoice 97.00, until 2027-03-10`,
  "does not bring a coupon back": `
    2027-01-10 | buy starter month coupon TENTH | invoice 87.30
    2027-02-01 | cancel now                     | nothing
    2027-03-01 | revive                         | invoice 97.00, is active`,
  "is refused while it runs": `
    2027-01-10 | buy starter month | invoice 97.00
    2027-01-11 | revive            | refused billing.subscription_running`,
});

stories("pauses", "Australia/Sydney", {
  "begin when the paid period ends, and go on by hand": `
    2027-01-31 | buy starter month | invoice 97.00, until 2027-02-28
    2027-02-10 | pause             | nothing, is active, access
    2027-02-28 | bill              | nothing, is paused, no access, mrr 0.00
    2027-03-31 | bill              | nothing
    2027-04-15 | resume            | invoice 97.00, is active, from 2027-04-15, until 2027-05-15, access, mrr 97.00
    2027-05-15 | bill              | invoice 97.00, until 2027-06-15`,
  "until a day end on it": `
    2027-01-10 | buy starter month      | invoice 97.00, until 2027-02-10
    2027-01-20 | pause until 2027-05-31 | nothing
    2027-02-10 | bill                   | nothing, is paused
    2027-05-30 | bill                   | nothing, is paused
    2027-05-31 | bill                   | invoice 97.00, is active, from 2027-05-31, until 2027-06-30`,
  "until a day within the paid period are refused": `
    2027-01-10 | buy starter month      | invoice 97.00
    2027-01-20 | pause until 2027-02-10 | refused billing.resume_too_soon`,
  "are taken back before they begin": `
    2027-01-10 | buy starter month | invoice 97.00
    2027-01-20 | pause             | nothing
    2027-01-21 | keep              | nothing
    2027-02-10 | bill              | invoice 97.00, is active`,
  "cancelled meanwhile end at once": `
    2027-01-10 | buy starter month | invoice 97.00
    2027-01-20 | pause             | nothing
    2027-02-10 | bill              | nothing, is paused
    2027-02-20 | cancel            | nothing, is cancelled`,
  "on the day the next period would begin": `
    2027-01-10 09:00 | buy starter month      | invoice 97.00, until 2027-02-10
    2027-01-20 09:00 | pause                  | nothing
    2027-02-10 00:00 | bill                   | nothing, is paused
    2027-02-10 09:00 | resume                 | invoice 97.00, from 2027-02-10, until 2027-03-10`,
  "over the day clocks change": `
    2027-03-04 | buy starter month      | invoice 97.00, until 2027-04-04
    2027-03-20 | pause until 2027-10-03 | nothing
    2027-04-04 | bill                   | nothing, is paused
    2027-10-02 | bill                   | nothing
    2027-10-03 | bill                   | invoice 97.00, from 2027-10-03, until 2027-11-03`,
});
