import type { AccountRows } from "#kernel/module.ts";

/** What of this module may be there once only. */
export const accountRows: readonly AccountRows[] = [
  // Somebody who belongs to both accounts belongs to the kept one as they did there.
  { table: "people.membership", owner: "account", stayWhenSame: ["person_id", "until_at"] },
  { table: "people.invitation", owner: "account", stayWhenSame: ["email", "accepted_at", "revoked_at"] },
  { table: "people.membership", owner: "person", stayWhenSame: ["account_id", "until_at"] },
  { table: "people.email_address", owner: "person", stayWhenSame: ["email"] },
  { table: "people.erasure_request", owner: "person", stayWhenSame: ["withdrawn_at", "decided_at"] },
];
