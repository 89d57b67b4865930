import { stories } from "#test/factories/story.ts";

// Sold from Germany, registered for the One Stop Shop; the first line of each story opens the shop.
stories("taxes", "Europe/Berlin", {
  "at home: 19 % on top": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy starter euro as german         | invoice 115.43 with 18.43 tax
    2027-02-01 | bill                               | invoice 115.43 with 18.43 tax`,
  "a consumer in France: 20 % of there": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy starter euro as french         | invoice 116.40 with 19.40 tax`,
  "a company in France owes the tax itself": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | vouch FR40303265045 FR             | nothing
    2027-01-01 | buy starter euro as company        | invoice 97.00`,
  "outside of the Union: none": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy starter euro as swiss          | invoice 97.00`,
  "in the price: what it holds": `
    2027-01-01 | sell from DE                       | nothing
    # 1,190.00 ÷ 1.19 is 1,000.00.
    2027-01-01 | buy course euro as german          | invoice 1190.00 with 190.00 tax`,
  "in the price, in France": `
    2027-01-01 | sell from DE                       | nothing
    # 1,190.00 ÷ 1.20 is 991.67.
    2027-01-01 | buy course euro as french          | invoice 1190.00 with 198.33 tax`,
  "on the difference of an upgrade": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy starter euro as german         | invoice 115.43 with 18.43 tax
    # 67.74 net; 19 % is 12.87.
    2027-01-11 | change pro euro                    | invoice 80.61 with 12.87 tax`,
  "on the credit of a downgrade": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy pro euro as german             | invoice 234.43 with 37.43 tax
    2027-01-11 | change starter euro now            | credit note 80.61 with 12.87 tax, balance 80.61`,
  "on what a coupon leaves": `
    2027-01-01 | sell from DE                       | nothing
    # 87.30 net; 19 % is 16.59.
    2027-01-01 | buy starter euro coupon TENTH as german | invoice 103.89 with 16.59 tax`,
  "given back with a part of the price": `
    2027-01-01 | sell from DE                       | nothing
    2027-01-01 | buy course euro as german          | invoice 1190.00 with 190.00 tax
    2027-01-05 | refund last 595.00                 | credit note 595.00 with 95.00 tax
    2027-01-06 | refund last all                    | credit note 595.00 with 95.00 tax`,
  "that changed between two periods": `
    2024-12-15 | sell from DE                       | nothing
    # Slovakia: 20 % until the end of 2024, 23 % since.
    2024-12-15 | buy starter euro as slovak         | invoice 116.40 with 19.40 tax
    2025-01-15 | bill                               | invoice 119.31 with 22.31 tax`,
});
