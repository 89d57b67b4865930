/** Roles of the company's own people. Customers have none. */
export const STAFF_ROLES = ["owner", "admin", "editor", "support", "finance", "viewer"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** `module:verb`, declared by a module and granted to roles. */
export type Permission = `${string}:${string}`;

/** An account somebody belongs to, and as what. */
export interface AccountMembership {
  accountId: string;
  role: "owner" | "admin" | "member" | "billing";
}

/** Who asks. `system` is the house itself: jobs, subscribers, the command line on the machine. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "system"; name: string }
  | {
      kind: "person";
      personId: string;
      role: StaffRole | null;
      /** Filled for operations of access "customer" alone. */
      memberships?: readonly AccountMembership[];
    }
  | {
      kind: "token";
      tokenId: string;
      personId: string;
      role: StaffRole | null;
      /** Permissions the token is limited to; "*" is everything its person may do. */
      scopes: readonly string[];
      /** True when an agent holds it: commands marked `confirm` become proposals. */
      agent: boolean;
      memberships?: readonly AccountMembership[];
    };

/** Id to write into audit rows and columns such as `reported_by`; null when nobody stands behind it. */
export const actorPersonId = (actor: Actor): string | null =>
  actor.kind === "person" || actor.kind === "token" ? actor.personId : null;

/** As what somebody belongs to an account; undefined for no member. Known in operations of access "customer". */
export const membershipIn = (actor: Actor, accountId: string): AccountMembership["role"] | undefined =>
  actor.kind === "person" || actor.kind === "token"
    ? actor.memberships?.find((membership) => membership.accountId === accountId)?.role
    : undefined;

/** The house acting by itself, named after the part that acts. */
export const systemActor = (name: string): Actor => ({ kind: "system", name });
