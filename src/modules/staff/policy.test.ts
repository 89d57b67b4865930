import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Actor, STAFF_ROLES, type StaffRole } from "#kernel/actor.ts";
import * as policy from "#modules/staff/policy.ts";

const OWN = "own";
const OTHER = "other";
const person = (role: StaffRole | null): Actor => ({ kind: "person", personId: OWN, role });
const token = (role: StaffRole, scopes: string[], agent = false): Actor => ({
  kind: "token",
  tokenId: "t",
  personId: OWN,
  role,
  scopes,
  agent,
});

const ACTORS = {
  system: { kind: "system", name: "cli" },
  anonymous: { kind: "anonymous" },
  customer: person(null),
  owner: person("owner"),
  admin: person("admin"),
  editor: person("editor"),
  support: person("support"),
  finance: person("finance"),
  viewer: person("viewer"),
  ownerToken: token("owner", ["*"]),
  ownerAgent: token("owner", ["*"], true),
  adminNarrow: token("admin", ["staff:manage"]),
  ownerNarrow: token("owner", ["playbook:read"]),
  editorToken: token("editor", ["*"]),
} as const satisfies Record<string, Actor>;
type Name = keyof typeof ACTORS;

/** Exactly these may; everybody else may not. */
function allows(what: string, may: (actor: Actor) => boolean, names: readonly Name[]): void {
  it(`${what}: ${names.join(", ") || "nobody"}`, () => {
    const allowed = Object.entries(ACTORS)
      .filter(([, actor]) => may(actor))
      .map(([name]) => name);
    assert.deepEqual(allowed.toSorted(), [...names].toSorted());
  });
}

const owner = { personId: OTHER, role: "owner" } as const;
const admin = { personId: OTHER, role: "admin" } as const;
const editor = { personId: OTHER, role: "editor" } as const;
const OWNERS: Name[] = ["system", "owner", "ownerToken", "ownerAgent"];
const MANAGERS: Name[] = [...OWNERS, "admin", "adminNarrow"];
const WHOLE: Name[] = [
  "customer",
  "owner",
  "admin",
  "editor",
  "support",
  "finance",
  "viewer",
  "ownerToken",
  "ownerAgent",
  "editorToken",
];

describe("who may do what with people", () => {
  allows("manage people", policy.isManager, MANAGERS);
  allows("make an owner", (actor) => policy.canGiveRole(actor, "owner"), OWNERS);
  for (const role of STAFF_ROLES.filter((name) => name !== "owner"))
    allows(`make a ${role}`, (actor) => policy.canGiveRole(actor, role), MANAGERS);
  allows("take an owner's role", (actor) => policy.canChangeRole(actor, owner, "viewer"), OWNERS);
  allows("raise an editor to owner", (actor) => policy.canChangeRole(actor, editor, "owner"), OWNERS);
  allows("raise an editor to admin", (actor) => policy.canChangeRole(actor, editor, "admin"), MANAGERS);
  allows("shut an owner out", (actor) => policy.canDisable(actor, owner), OWNERS);
  allows("shut an editor out", (actor) => policy.canDisable(actor, editor), MANAGERS);
  allows("shut themselves out", (actor) => policy.canDisable(actor, { ...owner, personId: OWN }), ["system"]);
});

describe("who may make a link that lets in", () => {
  allows("as an owner", (actor) => policy.canMakeLink(actor, owner), ["system", "owner"]);
  allows("as an admin", (actor) => policy.canMakeLink(actor, admin), ["system", "owner"]);
  allows("as an editor", (actor) => policy.canMakeLink(actor, editor), ["system", "owner", "admin"]);
});

describe("who may do what with keys", () => {
  allows("see their own", (actor) => policy.canSeeKeys(actor, undefined), [
    ...new Set([...WHOLE, ...MANAGERS]),
  ]);
  allows("see another's", (actor) => policy.canSeeKeys(actor, OTHER), MANAGERS);
  allows("change their own profile", (actor) => policy.isOwn(actor, undefined), WHOLE);
  allows("end another owner's session", (actor) => policy.canEndSession(actor, owner), OWNERS);
  allows("end another editor's session", (actor) => policy.canEndSession(actor, editor), MANAGERS);
  allows("end their own session", (actor) => policy.canEndSession(actor, { ...editor, personId: OWN }), [
    ...new Set([...WHOLE, ...MANAGERS]),
  ]);
  allows("revoke another owner's token", (actor) => policy.canRevokeToken(actor, owner), MANAGERS);
  allows("make a token for themselves", (actor) => policy.canCreateToken(actor, undefined), [
    "system",
    "customer",
    "owner",
    "admin",
    "editor",
    "support",
    "finance",
    "viewer",
  ]);
  allows("make a token for another", (actor) => policy.canCreateToken(actor, OTHER), ["system"]);
});
