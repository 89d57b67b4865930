import { stories } from "#test/factories/story.ts";

// A period begins with the local day, whatever the clocks do in it; what a day costs does not depend on its hours.
stories("changes of clocks in Berlin", "Europe/Berlin", {
  "a period that begins on the day of 23 hours": `
    2027-02-28 09:00 | buy starter month | invoice 97.00, until 2027-03-28
    2027-03-27 23:59 | bill              | nothing
    2027-03-28 00:00 | bill              | invoice 97.00, from 2027-03-28, until 2027-04-28`,
  "a period that begins on the day of 25 hours": `
    2027-08-31 09:00 | buy starter month | invoice 97.00, until 2027-09-30
    2027-09-30 00:00 | bill              | invoice 97.00, until 2027-10-31
    2027-10-30 23:59 | bill              | nothing
    2027-10-31 00:00 | bill              | invoice 97.00, until 2027-11-30`,
  "a period that begins in the hour that comes twice": `
    2027-10-31 02:30 | buy starter month | invoice 97.00, from 2027-10-31, until 2027-11-30`,
  "a period that begins in the hour that does not come": `
    2027-03-28 02:30 | buy starter month | invoice 97.00, from 2027-03-28, until 2027-04-28`,
  "a change by days costs the same with an hour less": `
    2027-03-10 12:00 | buy starter month | invoice 97.00, until 2027-04-10
    # 13 of 31 days are left: 197.00 × 13/31 = 82.61, 97.00 × 13/31 = 40.68.
    2027-03-28 12:00 | change pro month  | invoice 41.93`,
  "a change by seconds counts the hours there are": `
    2027-03-10 12:00 | buy starter month | invoice 97.00, until 2027-04-10
    2027-03-10 12:00 | set second        | nothing
    # 300 of 743 hours are left: 79.54 less 39.17.
    2027-03-28 12:00 | change pro month  | invoice 40.37
    2027-03-28 12:00 | set day           | nothing`,
});

stories("changes of clocks in New York", "America/New_York", {
  "a period that begins on the day of 23 hours": `
    2027-02-14 09:00 | buy starter month | invoice 97.00, until 2027-03-14
    2027-03-13 23:59 | bill              | nothing
    2027-03-14 00:00 | bill              | invoice 97.00, from 2027-03-14, until 2027-04-14`,
  "a period that begins on the day of 25 hours": `
    2027-10-07 09:00 | buy starter month | invoice 97.00, until 2027-11-07
    2027-11-06 23:59 | bill              | nothing
    2027-11-07 00:00 | bill              | invoice 97.00, until 2027-12-07`,
  "a day that is tomorrow already in London": `
    2027-01-31 22:30 | buy starter month | invoice 97.00, from 2027-01-31, until 2027-02-28
    2027-02-27 20:00 | bill              | nothing
    2027-02-28 00:00 | bill              | invoice 97.00, until 2027-03-31`,
  "a change by seconds over the hour that comes twice": `
    2027-10-20 12:00 | buy starter month | invoice 97.00, until 2027-11-20
    2027-10-20 12:00 | set second        | nothing
    # From 6 o'clock on the 7th 306 of 745 hours are left: 80.92 less 39.84.
    2027-11-07 06:00 | change pro month  | invoice 41.08
    2027-11-07 06:00 | set day           | nothing`,
});

stories("changes of clocks on Lord Howe, by half an hour", "Australia/Lord_Howe", {
  "a period that begins when clocks go back": `
    2027-03-04 09:00 | buy starter month | invoice 97.00, until 2027-04-04
    2027-04-03 23:59 | bill              | nothing
    2027-04-04 00:00 | bill              | invoice 97.00, until 2027-05-04`,
  "a period that begins when clocks go forward": `
    2027-09-03 09:00 | buy starter month | invoice 97.00, until 2027-10-03
    2027-10-02 23:59 | bill              | nothing
    2027-10-03 00:00 | bill              | invoice 97.00, until 2027-11-03`,
  "a change by seconds over half an hour": `
    2027-09-20 12:00 | buy starter month | invoice 97.00, until 2027-10-20
    2027-09-20 12:00 | set second        | nothing
    # 360 of 719.5 hours are left: 98.57 less 48.53.
    2027-10-05 00:00 | change pro month  | invoice 50.04
    2027-10-05 00:00 | set day           | nothing`,
});

stories("changes of clocks in Santiago, at midnight", "America/Santiago", {
  "a period that begins when midnight comes twice": `
    2027-03-04 09:00 | buy starter month | invoice 97.00, until 2027-04-04
    2027-04-03 22:59 | bill              | nothing
    2027-04-04 00:00 | bill              | invoice 97.00, until 2027-05-04`,
  "a period that begins on a day without a midnight": `
    2027-08-05 09:00 | buy starter month | invoice 97.00, until 2027-09-05
    2027-09-04 23:59 | bill              | nothing
    2027-09-05 01:00 | bill              | invoice 97.00, until 2027-10-05`,
  "a trial that ends on a day without a midnight": `
    2027-08-22 09:00 | buy trial month   | nothing, is trialing, until 2027-09-05
    2027-09-04 23:59 | bill              | nothing, is trialing
    2027-09-05 01:00 | bill              | invoice 97.00, is active, until 2027-10-05`,
});

stories("the far sides of the date line", "Pacific/Kiritimati", {
  "where the day begins fourteen hours before Greenwich": `
    2027-01-15 00:30 | buy starter month | invoice 97.00, from 2027-01-15, until 2027-02-15
    2027-02-14 23:59 | bill              | nothing
    # In the company's zone it is the 14th still, and the invoice is due seven days later.
    2027-02-15 00:00 | bill              | invoice 97.00, until 2027-03-15, due 2027-02-21`,
});

stories("the last place of a day", "Pacific/Pago_Pago", {
  "where the day ends eleven hours after Greenwich": `
    2027-01-31 23:30 | buy starter month | invoice 97.00, from 2027-01-31, until 2027-02-28
    2027-02-27 23:59 | bill              | nothing
    2027-02-28 00:00 | bill              | invoice 97.00, until 2027-03-31`,
});
