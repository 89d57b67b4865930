import { stories } from "#test/factories/story.ts";

// The day of the change counts as left. Each part is rounded by itself, halves up: what is new less what is unused.
stories("upgrades within a month of 31 days", "UTC", {
  "on the first day: all of both": `
    2027-01-01 | buy starter month | invoice 97.00, mrr 97.00
    2027-01-01 | change pro month  | invoice 100.00, until 2027-02-01, mrr 197.00
    2027-02-01 | bill              | invoice 197.00`,
  "on the second day": `
    2027-01-01 | buy starter month | invoice 97.00
    # 30/31: 190.65 - 93.87
    2027-01-02 | change pro month  | invoice 96.78`,
  "after ten days": `
    2027-01-01 | buy starter month | invoice 97.00
    # 21/31: 133.45 - 65.71
    2027-01-11 | change pro month  | invoice 67.74
    2027-02-01 | bill              | invoice 197.00`,
  "in the middle": `
    2027-01-01 | buy starter month | invoice 97.00
    # 16/31: 101.68 - 50.06
    2027-01-16 | change pro month  | invoice 51.62`,
  "on the last day": `
    2027-01-01 | buy starter month | invoice 97.00
    # 1/31: 6.35 - 3.13
    2027-01-31 | change pro month  | invoice 3.22
    2027-02-01 | bill              | invoice 197.00`,
  "in the last minute of the last day": `
    2027-01-01       | buy starter month | invoice 97.00
    2027-01-31 23:59 | change pro month  | invoice 3.22`,
});

stories("upgrades within other months", "UTC", {
  February: `
    2027-02-01 | buy starter month | invoice 97.00, until 2027-03-01
    # 14/28: 98.50 - 48.50
    2027-02-15 | change pro month  | invoice 50.00`,
  "the last day of February": `
    2027-02-01 | buy starter month | invoice 97.00
    # 1/28: 7.04 - 3.46
    2027-02-28 | change pro month  | invoice 3.58`,
  "a February of 29 days": `
    2028-02-01 | buy starter month | invoice 97.00, until 2028-03-01
    # 15/29: 101.90 - 50.17
    2028-02-15 | change pro month  | invoice 51.73`,
  "on the leap day": `
    2028-02-01 | buy starter month | invoice 97.00
    # 1/29: 6.79 - 3.34
    2028-02-29 | change pro month  | invoice 3.45`,
  "a short period from the 31st": `
    2027-01-31 | buy starter month | invoice 97.00, until 2027-02-28
    # 14/28: 98.50 - 48.50
    2027-02-14 | change pro month  | invoice 50.00
    2027-02-28 | bill              | invoice 197.00, until 2027-03-31`,
  "a long period after a short one": `
    2027-01-31 | buy starter month | invoice 97.00
    2027-02-28 | bill              | invoice 97.00, until 2027-03-31
    # 16/31: 101.68 - 50.06
    2027-03-15 | change pro month  | invoice 51.62`,
  "a month of 30 days": `
    2027-04-10 | buy starter month | invoice 97.00, until 2027-05-10
    # 20/30: 131.33 - 64.67
    2027-04-20 | change pro month  | invoice 66.66`,
  "by seconds, at noon": `
    2027-01-01 00:00 | buy starter month | invoice 97.00
    2027-01-01 00:00 | set second        | nothing
    # 492 of 744 hours: 130.27 - 64.15
    2027-01-11 12:00 | change pro month  | invoice 66.12
    2027-01-11 12:00 | set day           | nothing`,
  "by seconds, in the last one": `
    2027-01-01 00:00    | buy starter month | invoice 97.00
    2027-01-01 00:00    | set second        | nothing
    2027-01-31 23:59:59 | change pro month  | invoice 0.00, mrr 197.00
    2027-01-31 23:59:59 | set day           | nothing`,
});

stories("upgrades of longer periods", "UTC", {
  "a year, after a quarter of it": `
    2027-01-01 | buy starter year  | invoice 970.00, mrr 80.83
    # 275/365: 1,484.25 - 730.82
    2027-04-01 | change pro year   | invoice 753.43, until 2028-01-01, mrr 164.17`,
  "a leap year, in its middle": `
    2028-01-01 | buy starter year  | invoice 970.00
    # 184/366: 990.38 - 487.65
    2028-07-01 | change pro year   | invoice 502.73`,
  "a year from a leap day": `
    2028-02-29 | buy starter year  | invoice 970.00, until 2029-02-28
    # 181/365: 976.90 - 481.01
    2028-08-31 | change pro year   | invoice 495.89`,
  "a year, on its last day": `
    2027-01-01 | buy starter year  | invoice 970.00
    # 1/365: 5.40 - 2.66
    2027-12-31 | change pro year   | invoice 2.74
    2028-01-01 | bill              | invoice 1970.00`,
  "a quarter": `
    2027-01-15 | buy starter quarter | invoice 270.00, until 2027-04-15, mrr 90.00
    # 59/90: 354.00 - 177.00
    2027-02-15 | change pro quarter  | invoice 177.00`,
  "a quarter over a leap February": `
    2027-11-30 | buy starter quarter | invoice 270.00, until 2028-02-29
    # 59/91: 350.11 - 175.05
    2028-01-01 | change pro quarter  | invoice 175.06`,
});

stories("seats", "UTC", {
  "two more": `
    2027-01-01 | buy team month x1    | invoice 20.00
    # 21/31 of 60.00 and 20.00: 40.65 - 13.55
    2027-01-11 | change team month x3 | invoice 27.10
    2027-02-01 | bill                 | invoice 60.00`,
  "one more in February": `
    2027-02-01 | buy team month x3    | invoice 60.00
    # 19/28 of 80.00 and 60.00: 54.29 - 40.71
    2027-02-10 | change team month x4 | invoice 13.58`,
  "five times as many": `
    2027-04-15 | buy team month x2     | invoice 40.00
    # 15/30 of 200.00 and 40.00
    2027-04-30 | change team month x10 | invoice 80.00, mrr 200.00`,
  "fewer wait for the end of the period": `
    2027-01-01 | buy team month x5    | invoice 100.00, mrr 100.00
    2027-01-11 | change team month x2 | nothing, mrr 100.00
    2027-02-01 | bill                 | invoice 40.00, mrr 40.00`,
  "fewer at once give the rest back as credit": `
    2027-01-01 | buy team month x5        | invoice 100.00
    # 21/31 of 40.00 and 100.00: 27.10 - 67.74
    2027-01-11 | change team month x2 now | credit note 40.64, balance 40.64
    2027-02-01 | bill unpaid              | invoice 40.00, open 0.00, balance 0.64
    2027-03-01 | bill unpaid              | invoice 40.00, open 39.36, balance 0.00`,
  "the same number is refused": `
    2027-01-01 | buy team month x5    | invoice 100.00
    2027-01-11 | change team month x5 | refused billing.plan_same`,
});

stories("downgrades", "UTC", {
  "wait for the end of the period": `
    2027-01-01 | buy pro month        | invoice 197.00
    2027-01-11 | change starter month | nothing, mrr 197.00, until 2027-02-01
    2027-01-31 | bill                 | nothing
    2027-02-01 | bill                 | invoice 97.00, mrr 97.00, until 2027-03-01`,
  "at once give the rest back as credit, and the renewal uses it": `
    2027-01-01 | buy pro month            | invoice 197.00
    # 21/31: 65.71 - 133.45
    2027-01-11 | change starter month now | credit note 67.74, balance 67.74, mrr 97.00
    2027-02-01 | bill unpaid              | invoice 97.00, open 29.26, balance 0.00`,
  "at once on the last day": `
    2027-01-01 | buy pro month            | invoice 197.00
    # 1/31: 3.13 - 6.35
    2027-01-31 | change starter month now | credit note 3.22, balance 3.22`,
  "at once in the middle of February": `
    2027-02-01 | buy pro month            | invoice 197.00
    2027-02-15 | change starter month now | credit note 50.00, balance 50.00`,
  "planned and then thought better of by an upgrade": `
    2027-01-01 | buy pro month        | invoice 197.00
    2027-01-05 | change starter month | nothing
    2027-01-11 | change pro month x2  | invoice 133.45, mrr 394.00
    2027-02-01 | bill                 | invoice 394.00`,
  "planned twice: the last one counts": `
    2027-01-01 | buy pro month x3     | invoice 591.00
    2027-01-05 | change pro month x2  | nothing
    2027-01-06 | change starter month | nothing
    2027-02-01 | bill                 | invoice 97.00`,
  "of a year to a month, at once: the rest of the year is credit": `
    2027-01-01 | buy starter year         | invoice 970.00
    # 184/365 of 970.00 is 488.99; a month of 97.00 begins.
    2027-07-01 | change starter month now | credit note 391.99, from 2027-07-01, until 2027-08-01, balance 391.99
    2027-08-01 | bill unpaid              | invoice 97.00, open 0.00, balance 294.99`,
  "of a year to a month, at its end": `
    2027-01-01 | buy pro year         | invoice 1970.00
    2027-07-01 | change starter month later | nothing
    2028-01-01 | bill                 | invoice 97.00, from 2028-01-01, until 2028-02-01
    2028-02-01 | bill                 | invoice 97.00, until 2028-03-01`,
});

stories("another rhythm", "UTC", {
  "a month to a year begins a year at once": `
    2027-01-01 | buy starter month   | invoice 97.00
    # 970.00 less 21/31 of 97.00
    2027-01-11 | change starter year now | invoice 904.29, from 2027-01-11, until 2028-01-11, mrr 80.83
    2027-02-01 | bill                | nothing
    2028-01-11 | bill                | invoice 970.00, until 2029-01-11`,
  "a month to a larger year": `
    2027-01-01 | buy starter month   | invoice 97.00
    2027-01-11 | change pro year     | invoice 1904.29, until 2028-01-11
    2028-01-11 | bill                | invoice 1970.00`,
  "a month to a year from a short February": `
    2027-01-31 | buy starter month   | invoice 97.00, until 2027-02-28
    2027-02-14 | change starter year now | invoice 921.50, until 2028-02-14`,
  "a month to a quarter": `
    2027-01-01 | buy starter month       | invoice 97.00
    2027-01-11 | change starter quarter now | invoice 204.29, until 2027-04-11
    2027-04-11 | bill                    | invoice 270.00, until 2027-07-11`,
  "a month to a year on a leap day": `
    2028-01-29 | buy starter month   | invoice 97.00, until 2028-02-29
    2028-02-29 | bill                | invoice 97.00, until 2028-03-29
    2028-02-29 | change starter year now | invoice 873.00, until 2029-02-28
    2029-02-28 | bill                | invoice 970.00, until 2030-02-28`,
  "a year to a month, when a month costs more than what is left": `
    2027-01-01 | buy starter year        | invoice 970.00
    # 97.00 less 31/365 of 970.00
    2027-12-01 | change starter month now | invoice 14.62, until 2028-01-01
    2028-01-01 | bill                    | invoice 97.00, until 2028-02-01`,
  "a month to a year at the end of the period": `
    2027-01-31 | buy starter month         | invoice 97.00, until 2027-02-28
    2027-02-10 | change starter year later | nothing
    2027-02-28 | bill                      | invoice 970.00, from 2027-02-28, until 2028-02-28`,
});

stories("chains of changes", "UTC", {
  "up, up and down within one month": `
    2027-01-01 | buy starter month        | invoice 97.00
    2027-01-11 | change pro month         | invoice 67.74, mrr 197.00
    # 16/31 of 394.00 and 197.00: 203.35 - 101.68
    2027-01-16 | change pro month x2      | invoice 101.67, mrr 394.00
    # 1/31 of 97.00 and 394.00: 3.13 - 12.71
    2027-01-31 | change starter month now | credit note 9.58, mrr 97.00, balance 9.58
    2027-02-01 | bill unpaid              | invoice 97.00, open 87.42`,
  "up and back on the same day costs nothing": `
    2027-01-01       | buy starter month        | invoice 97.00
    2027-01-11 09:00 | change pro month         | invoice 67.74
    2027-01-11 18:00 | change starter month now | credit note 67.74, balance 67.74, mrr 97.00`,
  "down and back on the same day": `
    2027-01-01       | buy pro month            | invoice 197.00
    2027-01-11 09:00 | change starter month now | credit note 67.74, balance 67.74
    2027-01-11 18:00 | change pro month         | invoice 67.74, balance 0.00, mrr 197.00`,
  "up, planned down, cancelled, kept": `
    2027-01-01 | buy starter month    | invoice 97.00
    2027-01-11 | change pro month     | invoice 67.74
    2027-01-12 | change starter month | nothing
    2027-01-13 | cancel               | nothing, is active
    2027-01-14 | keep                 | nothing
    # Cancelling withdrew the planned change.
    2027-02-01 | bill                 | invoice 197.00`,
  "a change while an invoice is late is refused": `
    2027-01-01 | buy starter month | invoice 97.00
    2027-02-01 | bill unpaid       | invoice 97.00, due 2027-02-08
    2027-02-09 | dun               | nothing, is past_due
    2027-02-10 | change pro month unpaid | refused billing.subscription_unchangeable
    2027-02-10 | pay               | nothing, is active
    # 19/28: 133.68 - 65.82
    2027-02-10 | change pro month  | invoice 67.86`,
  "a year of a customer": `
    2027-01-15 | buy trial month          | nothing, is trialing
    2027-01-29 | bill                     | invoice 97.00, until 2027-02-28
    2027-02-28 | bill                     | invoice 97.00, until 2027-03-29
    # 14/29: 95.10 - 46.83
    2027-03-15 | change pro month         | invoice 48.27
    2027-03-29 | bill                     | invoice 197.00, until 2027-04-29
    2027-04-29 | bill                     | invoice 197.00
    2027-05-10 | pause                    | nothing
    2027-05-29 | bill                     | nothing, is paused, no access
    2027-07-01 | resume                   | invoice 197.00, is active, until 2027-08-01
    2027-07-10 | change starter month     | nothing
    2027-08-01 | bill                     | invoice 97.00
    2027-08-15 | cancel                   | nothing
    2027-09-01 | bill                     | nothing, is cancelled, no access`,
});
