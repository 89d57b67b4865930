import { stories } from "#test/factories/story.ts";

// A period ends on the anchor's day of the next month; a month that lacks the day ends it on its last one, and the
// anchor's day comes back as soon as there is one.
stories("month ends", "UTC", {
  "the 31st over two years": `
    2027-01-31 | buy starter month | invoice 97.00, from 2027-01-31, until 2027-02-28, is active, access
    2027-02-27 | bill              | nothing
    2027-02-28 | bill              | invoice 97.00, from 2027-02-28, until 2027-03-31
    2027-03-30 | bill              | nothing
    2027-03-31 | bill              | invoice 97.00, until 2027-04-30
    2027-04-30 | bill              | invoice 97.00, until 2027-05-31
    2027-05-31 | bill              | invoice 97.00, until 2027-06-30
    2027-06-30 | bill              | invoice 97.00, until 2027-07-31
    2027-07-31 | bill              | invoice 97.00, until 2027-08-31
    2027-08-31 | bill              | invoice 97.00, until 2027-09-30
    2027-09-30 | bill              | invoice 97.00, until 2027-10-31
    2027-10-31 | bill              | invoice 97.00, until 2027-11-30
    2027-11-30 | bill              | invoice 97.00, until 2027-12-31
    2027-12-31 | bill              | invoice 97.00, until 2028-01-31
    2028-01-31 | bill              | invoice 97.00, until 2028-02-29
    2028-02-28 | bill              | nothing
    2028-02-29 | bill              | invoice 97.00, until 2028-03-31`,
  "the 30th of January": `
    2027-01-30 | buy starter month | invoice 97.00, until 2027-02-28
    2027-02-28 | bill              | invoice 97.00, until 2027-03-30
    2027-03-30 | bill              | invoice 97.00, until 2027-04-30`,
  "the 29th of January": `
    2027-01-29 | buy starter month | invoice 97.00, until 2027-02-28
    2027-02-28 | bill              | invoice 97.00, until 2027-03-29
    2027-03-29 | bill              | invoice 97.00, until 2027-04-29`,
  "the 28th of January, which every month has": `
    2027-01-28 | buy starter month | invoice 97.00, until 2027-02-28
    2027-02-28 | bill              | invoice 97.00, until 2027-03-28
    2027-03-28 | bill              | invoice 97.00, until 2027-04-28`,
  "the 29th of January before a leap day": `
    2028-01-29 | buy starter month | invoice 97.00, until 2028-02-29
    2028-02-29 | bill              | invoice 97.00, until 2028-03-29`,
  "the 30th of January before a leap day": `
    2028-01-30 | buy starter month | invoice 97.00, until 2028-02-29
    2028-02-29 | bill              | invoice 97.00, until 2028-03-30`,
  "the 31st of January before a leap day": `
    2028-01-31 | buy starter month | invoice 97.00, until 2028-02-29
    2028-02-29 | bill              | invoice 97.00, until 2028-03-31`,
  "the last of February is the 28th for good": `
    2027-02-28 | buy starter month | invoice 97.00, until 2027-03-28
    2027-03-28 | bill              | invoice 97.00, until 2027-04-28`,
  "the 31st of March": `
    2027-03-31 | buy starter month | invoice 97.00, until 2027-04-30
    2027-04-30 | bill              | invoice 97.00, until 2027-05-31`,
  "the 31st of May": `
    2027-05-31 | buy starter month | invoice 97.00, until 2027-06-30
    2027-06-30 | bill              | invoice 97.00, until 2027-07-31`,
  "the 31st of August": `
    2027-08-31 | buy starter month | invoice 97.00, until 2027-09-30
    2027-09-30 | bill              | invoice 97.00, until 2027-10-31`,
  "the 31st of October": `
    2027-10-31 | buy starter month | invoice 97.00, until 2027-11-30
    2027-11-30 | bill              | invoice 97.00, until 2027-12-31`,
  "New Year's Eve": `
    2027-12-31 | buy starter month | invoice 97.00, until 2028-01-31
    2028-01-31 | bill              | invoice 97.00, until 2028-02-29
    2028-02-29 | bill              | invoice 97.00, until 2028-03-31`,
  "an order placed on the 31st and paid on the 2nd begins on the 2nd": `
    2027-01-31 | buy starter month unpaid | invoice 97.00, is incomplete, no access
    2027-02-02 | pay                      | nothing, is active, from 2027-02-02, until 2027-03-02, access
    2027-03-02 | bill                     | invoice 97.00, until 2027-04-02`,
});

stories("leap days", "UTC", {
  "the leap day by the month comes back where there is a 29th": `
    2028-02-29 | buy starter month | invoice 97.00, until 2028-03-29
    2028-03-29 | bill              | invoice 97.00, until 2028-04-29
    2028-04-29 | bill              | invoice 97.00, until 2028-05-29`,
  "the leap day by the year, over the next one": `
    2028-02-29 | buy starter year  | invoice 970.00, until 2029-02-28
    2029-02-28 | bill              | invoice 970.00, until 2030-02-28
    2030-02-28 | bill              | invoice 970.00, until 2031-02-28
    2031-02-28 | bill              | invoice 970.00, until 2032-02-29
    2032-02-28 | bill              | nothing
    2032-02-29 | bill              | invoice 970.00, until 2033-02-28`,
  "the last of February by the year stays the 28th in a leap year": `
    2027-02-28 | buy starter year  | invoice 970.00, until 2028-02-28
    2028-02-28 | bill              | invoice 970.00, until 2029-02-28`,
  "a year that is no leap year for its century": `
    2096-02-29 | buy starter year  | invoice 970.00, until 2097-02-28
    2097-02-28 | bill              | invoice 970.00, until 2098-02-28
    2098-02-28 | bill              | invoice 970.00, until 2099-02-28
    2099-02-28 | bill              | invoice 970.00, until 2100-02-28
    2100-02-28 | bill              | invoice 970.00, until 2101-02-28`,
  "quarters from the 30th of November over a leap February": `
    2027-11-30 | buy starter quarter | invoice 270.00, until 2028-02-29
    2028-02-29 | bill                | invoice 270.00, until 2028-05-30
    2028-05-30 | bill                | invoice 270.00, until 2028-08-30
    2028-08-30 | bill                | invoice 270.00, until 2028-11-30
    2028-11-30 | bill                | invoice 270.00, until 2029-02-28`,
  "quarters from the 31st of May": `
    2027-05-31 | buy starter quarter | invoice 270.00, until 2027-08-31
    2027-08-31 | bill                | invoice 270.00, until 2027-11-30
    2027-11-30 | bill                | invoice 270.00, until 2028-02-29
    2028-02-29 | bill                | invoice 270.00, until 2028-05-31`,
});

stories("a billing run that comes late or twice", "UTC", {
  "bills every period that was missed, each for itself": `
    2027-01-31 | buy starter month | invoice 97.00, until 2027-02-28
    2027-05-02 | bill | invoice 97.00, invoice 97.00, invoice 97.00, until 2027-05-31`,
  "bills a period once": `
    2027-01-10 | buy starter month | invoice 97.00, until 2027-02-10
    2027-02-10 | bill              | invoice 97.00, until 2027-03-10
    2027-02-10 | bill              | nothing
    2027-02-11 | bill              | nothing, until 2027-03-10`,
  "bills years that were missed": `
    2027-06-30 | buy starter year  | invoice 970.00, until 2028-06-30
    2029-07-01 | bill              | invoice 970.00, invoice 970.00, until 2030-06-30`,
  "catches up over a leap day": `
    2027-12-31 | buy starter month | invoice 97.00, until 2028-01-31
    2028-03-31 | bill | invoice 97.00, invoice 97.00, invoice 97.00, until 2028-04-30`,
});
