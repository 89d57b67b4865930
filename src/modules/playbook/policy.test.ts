import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Actor, STAFF_ROLES, type StaffRole, systemActor } from "#kernel/actor.ts";
import {
  canAssign,
  canCompleteAction,
  canDecidePlan,
  canEditComment,
  canEditPlan,
  canRemoveComment,
  canSignNote,
  canTend,
  canWithdrawEvidence,
} from "#modules/playbook/policy.ts";

const ME = "me";
const person = (role: StaffRole | null): Actor => ({ kind: "person", personId: ME, role });
const token = (role: StaffRole, scopes: string[], agent = false): Actor => ({
  kind: "token",
  tokenId: "t",
  personId: ME,
  role,
  scopes,
  agent,
});

const ACTORS: Record<string, Actor> = {
  ...Object.fromEntries(STAFF_ROLES.map((role) => [role, person(role)])),
  customer: person(null),
  nobody: { kind: "anonymous" },
  house: systemActor("job"),
  "editor's token for everything": token("editor", ["*"]),
  "editor's token for reports": token("editor", ["playbook:report"]),
  "owner's token for editing": token("owner", ["playbook:edit"]),
  "owner's agent": token("owner", ["*"], true),
};

const EDITORS = [
  "owner",
  "admin",
  "editor",
  "house",
  "editor's token for everything",
  "owner's token for editing",
  "owner's agent",
];
const DECIDERS = ["owner", "admin", "house", "owner's agent"];
const ALL_PEOPLE = Object.keys(ACTORS).filter((name) => name !== "nobody" && name !== "house");

const RULES: [string, (actor: Actor) => boolean, readonly string[]][] = [
  ["edit the plan", canEditPlan, EDITORS],
  ["decide the plan", canDecidePlan, DECIDERS],
  ["sign a note", canSignNote, ALL_PEOPLE.filter((name) => name !== "owner's agent")],
  [
    "withdraw their own evidence",
    (actor) => canWithdrawEvidence(actor, { createdBy: ME }),
    [...ALL_PEOPLE, "house"],
  ],
  ["withdraw another's evidence", (actor) => canWithdrawEvidence(actor, { createdBy: "other" }), EDITORS],
  ["withdraw evidence of who left", (actor) => canWithdrawEvidence(actor, { createdBy: null }), EDITORS],
  ["take what nobody owns", (actor) => canAssign(actor, { ownerId: null }, ME), [...ALL_PEOPLE, "house"]],
  ["give to another what nobody owns", (actor) => canAssign(actor, { ownerId: null }, "other"), EDITORS],
  ["take what another owns", (actor) => canAssign(actor, { ownerId: "other" }, ME), EDITORS],
  ["give away what they own", (actor) => canAssign(actor, { ownerId: ME }, null), EDITORS],
  [
    "tick off their own action",
    (actor) => canCompleteAction(actor, { assigneeId: ME }),
    [...ALL_PEOPLE, "house"],
  ],
  ["tick off another's action", (actor) => canCompleteAction(actor, { assigneeId: "other" }), EDITORS],
  ["tick off nobody's action", (actor) => canCompleteAction(actor, { assigneeId: null }), EDITORS],
  ["change their own words", (actor) => canEditComment(actor, { authorId: ME }), ALL_PEOPLE],
  ["change another's words", (actor) => canEditComment(actor, { authorId: "other" }), []],
  ["change the words of who left", (actor) => canEditComment(actor, { authorId: null }), []],
  ["remove their own words", (actor) => canRemoveComment(actor, { authorId: ME }), [...ALL_PEOPLE, "house"]],
  ["remove another's words", (actor) => canRemoveComment(actor, { authorId: "other" }), DECIDERS],
  ["tend what they own", (actor) => canTend(actor, { ownerId: ME }), [...ALL_PEOPLE, "house"]],
  ["tend what another owns", (actor) => canTend(actor, { ownerId: "other" }), EDITORS],
  ["tend what nobody owns", (actor) => canTend(actor, { ownerId: null }), EDITORS],
];

describe("who may, beyond the permission an operation asks for", () => {
  for (const [what, may, expected] of RULES)
    it(what, () => {
      const allowed = Object.keys(ACTORS).filter((name) => may(ACTORS[name]!));
      assert.deepEqual(allowed.toSorted(), [...expected].toSorted());
    });
});
