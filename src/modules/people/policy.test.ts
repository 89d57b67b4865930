import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import {
  canBuyFor,
  canChangeMember,
  canEditAccount,
  canInvite,
  canManageInvitation,
  canRemoveMember,
  canSeeAccount,
  isOneself,
} from "#modules/people/policy.ts";

const ACCOUNT = "0192f0c4-0000-7000-8000-00000000000a";
const OTHER = "0192f0c4-0000-7000-8000-00000000000b";
const SELF = "0192f0c4-0000-7000-8000-000000000001";
const SOMEBODY = "0192f0c4-0000-7000-8000-000000000002";

type Who = MemberRole | "stranger";
const ROLES: readonly MemberRole[] = ["owner", "admin", "member", "billing"];
const WHO: readonly Who[] = [...ROLES, "stranger"];

const as = (who: Who): Actor => ({
  kind: "person",
  personId: SELF,
  role: null,
  // A stranger is at home elsewhere, and an owner there.
  memberships: [
    { accountId: OTHER, role: "owner" },
    ...(who === "stranger" ? [] : [{ accountId: ACCOUNT, role: who }]),
  ],
});
const member = (role: MemberRole, personId = SOMEBODY) => ({ accountId: ACCOUNT, personId, role });

/** What each membership role may do; a column a role, in the order of WHO. */
const MATRIX: [string, (actor: Actor) => boolean, string][] = [
  //                                                                                o a m b s
  ["see the account", (actor) => canSeeAccount(actor, ACCOUNT), "1 1 1 1 0"],
  ["change the account", (actor) => canEditAccount(actor, ACCOUNT), "1 1 0 1 0"],
  ["invite an owner", (actor) => canInvite(actor, ACCOUNT, "owner"), "1 0 0 0 0"],
  ["invite an admin", (actor) => canInvite(actor, ACCOUNT, "admin"), "1 1 0 0 0"],
  ["invite a member", (actor) => canInvite(actor, ACCOUNT, "member"), "1 1 0 0 0"],
  ["invite a billing contact", (actor) => canInvite(actor, ACCOUNT, "billing"), "1 1 0 0 0"],
  ["take back an owner's invitation", (actor) => canManageInvitation(actor, member("owner")), "1 0 0 0 0"],
  ["take back a member's invitation", (actor) => canManageInvitation(actor, member("member")), "1 1 0 0 0"],
  ["make a member an admin", (actor) => canChangeMember(actor, member("member"), "admin"), "1 1 0 0 0"],
  ["make a member an owner", (actor) => canChangeMember(actor, member("member"), "owner"), "1 0 0 0 0"],
  ["make an owner a member", (actor) => canChangeMember(actor, member("owner"), "member"), "1 0 0 0 0"],
  ["remove an owner", (actor) => canRemoveMember(actor, member("owner")), "1 0 0 0 0"],
  ["remove an admin", (actor) => canRemoveMember(actor, member("admin")), "1 1 0 0 0"],
  ["remove a member", (actor) => canRemoveMember(actor, member("member")), "1 1 0 0 0"],
  ["remove oneself", (actor) => canRemoveMember(actor, member("member", SELF)), "0 0 0 0 0"],
];

describe("what members may do", () => {
  for (const [what, may, row] of MATRIX)
    it(`${what}: ${row}`, () => {
      assert.equal(WHO.map((who) => Number(may(as(who)))).join(" "), row);
    });

  it("spends money as owner, admin or billing contact", () => {
    assert.deepEqual(ROLES.filter(canBuyFor), ["owner", "admin", "billing"]);
    assert.equal(canBuyFor(undefined), false);
  });

  it("is nothing for the house, nobody, and staff as such", () => {
    const others: Actor[] = [
      { kind: "system", name: "test" },
      { kind: "anonymous" },
      { kind: "person", personId: SELF, role: "owner" },
    ];
    for (const actor of others) for (const [what, may] of MATRIX) assert.equal(may(actor), false, what);
  });

  it("acts for oneself as a person or by a token that was not narrowed", () => {
    const token = { kind: "token", tokenId: SELF, personId: SELF, role: null, agent: false } as const;
    assert.equal(isOneself(as("member")), true);
    assert.equal(isOneself({ ...token, scopes: ["*"] }), true);
    assert.equal(isOneself({ ...token, scopes: ["people:read"] }), false);
    assert.equal(isOneself({ kind: "system", name: "test" }), false);
  });
});
