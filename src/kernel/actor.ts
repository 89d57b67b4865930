/** Roles of the company's own people. Customers have none. */
export const STAFF_ROLES = ["owner", "admin", "editor", "support", "finance", "viewer"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** `module:verb`, declared by a module and granted to roles. */
export type Permission = `${string}:${string}`;

/** Who asks. `system` is the house itself: jobs, subscribers, the command line on the machine. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "system"; name: string }
  | { kind: "person"; personId: string; role: StaffRole | null }
  | {
      kind: "token";
      tokenId: string;
      personId: string;
      role: StaffRole | null;
      /** Permissions the token is limited to; "*" is everything its person may do. */
      scopes: readonly string[];
      /** True when an agent holds it: commands marked `confirm` become proposals. */
      agent: boolean;
    };

/** Id to write into audit rows and columns such as `reported_by`; null when nobody stands behind it. */
export const actorPersonId = (actor: Actor): string | null =>
  actor.kind === "person" || actor.kind === "token" ? actor.personId : null;

/** The house acting by itself, named after the part that acts. */
export const systemActor = (name: string): Actor => ({ kind: "system", name });
