/** Customers, for other modules. */
export { type Account, findAccount, findAccounts, getAccount } from "#modules/people/accounts/account.ts";
export { type Buyer, ensureBuyer, type EnsuredBuyer } from "#modules/people/accounts/ensure-buyer.ts";
export { findIdentity } from "#modules/people/accounts/known-identity.ts";
export { findPersonId } from "#modules/people/accounts/person-by-email.ts";
export { ensurePerson, wayIn } from "#modules/people/accounts/way-in.ts";
export { hasConsent } from "#modules/people/consents/has-consent.ts";
export { recordConsent } from "#modules/people/consents/record-consent.ts";
export { findBuyingAccount, ownedAccounts } from "#modules/people/memberships/accounts-of-person.ts";
export { findOwner } from "#modules/people/memberships/find-owner.ts";
export { type MemberOf, membersOf } from "#modules/people/memberships/members-of.ts";
export { countSeats, setSeatLimit } from "#modules/people/memberships/seats.ts";
export { canBuyFor } from "#modules/people/policy.ts";
export { endCustomer } from "#modules/people/standing/end-customer.ts";
export { recordCustomer } from "#modules/people/standing/record-customer.ts";
