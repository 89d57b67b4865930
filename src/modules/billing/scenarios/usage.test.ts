import { stories } from "#test/factories/story.ts";

// Pro has 60 documents a month, and 3.00 for each beyond; Starter has 20 and no more.
stories("usage beyond the quota", "Europe/Berlin", {
  "is none up to the last one included": `
    2027-01-31       | buy pro month | invoice 197.00, used 0 of 60
    2027-02-10       | use 60        | nothing, used 60 of 60
    2027-02-28       | bill          | invoice 197.00, used 0 of 60`,
  "comes with the next invoice": `
    2027-01-31       | buy pro month | invoice 197.00
    2027-02-10       | use 65        | nothing, used 65 of 60
    2027-02-28       | bill          | invoice 212.00
    2027-03-31       | bill          | invoice 197.00`,
  "is counted where the customer lives": `
    2027-01-31       | buy pro month | invoice 197.00
    2027-02-27 23:59 | use 61        | nothing, used 61 of 60
    2027-02-28 00:00 | use 61        | nothing, used 61 of 60
    2027-02-28 01:00 | bill          | invoice 200.00
    2027-03-31 01:00 | bill          | invoice 200.00`,
  "told after the invoice comes with the one after it": `
    2027-01-31       | buy pro month        | invoice 197.00
    2027-02-10       | use 58               | nothing
    2027-02-28       | bill                 | invoice 197.00
    2027-03-05       | use 4 on 2027-02-20  | nothing, used 0 of 60
    2027-03-31       | bill                 | invoice 203.00`,
  "of a smaller plan in the same month counts against the larger": `
    2027-01-01       | buy starter month    | invoice 97.00
    2027-01-05       | use 20               | nothing, used 20 of 20
    2027-01-05       | use 1 refused        | nothing, used 20 of 20
    2027-01-11       | change pro month     | invoice 67.74, used 20 of 60
    2027-01-20       | use 42               | nothing, used 62 of 60
    2027-02-01       | bill                 | invoice 203.00`,
  "before a downgrade is billed by the plan it was used on": `
    2027-01-01       | buy pro month        | invoice 197.00
    2027-01-05       | change starter month | nothing
    2027-01-20       | use 70               | nothing
    2027-02-01       | bill                 | invoice 127.00, used 0 of 20
    2027-02-10       | use 21 refused       | nothing`,
  "of the last period is billed when the subscription ends": `
    2027-01-01       | buy pro month        | invoice 197.00
    2027-01-20       | use 64               | nothing
    2027-01-21       | cancel               | nothing
    2027-02-01       | bill                 | invoice 12.00, is cancelled, no access
    2027-02-02       | bill                 | nothing`,
  "before a pause is billed when it begins": `
    2027-01-01       | buy pro month        | invoice 197.00
    2027-01-20       | use 61               | nothing
    2027-01-21       | pause                | nothing
    2027-02-01       | bill                 | invoice 3.00, is paused`,
  "of a year is counted month by month": `
    2027-01-15       | buy pro year         | invoice 1970.00
    2027-02-14       | use 63               | nothing, used 63 of 60
    2027-02-15       | use 60               | nothing, used 60 of 60
    2027-12-31       | use 61               | nothing, used 61 of 60
    2028-01-15       | bill                 | invoice 1982.00`,
  "of a month that nobody used costs nothing": `
    2027-01-15       | buy pro month        | invoice 197.00
    2027-02-15       | bill                 | invoice 197.00, used 0 of 60`,
});
