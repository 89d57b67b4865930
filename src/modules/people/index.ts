/** Customers, for other modules. */
export { type Account, findAccount, getAccount } from "#modules/people/accounts/account.ts";
export { type Buyer, ensureBuyer, type EnsuredBuyer } from "#modules/people/accounts/ensure-buyer.ts";
export { endCustomer } from "#modules/people/standing/end-customer.ts";
export { recordCustomer } from "#modules/people/standing/record-customer.ts";
