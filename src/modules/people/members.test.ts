import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import { asHouse, createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import { createPeople } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { addMember } from "#modules/people/memberships/add-member.ts";

describe("members of an account", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
  });
  after(() => house.close());

  const join = (account: TestCustomer, who: TestCustomer, role: MemberRole) =>
    asHouse(house, ({ tx, now }) =>
      addMember(tx, { accountId: account.accountId, personId: who.personId, role, now }),
    );
  /** The token in the last mail to an address. */
  async function tokenMailedTo(email: string): Promise<string> {
    const mail = await firstRow<{ text: string }>(
      house.app.database.db,
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'account_invitation'
          ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    const found = /invitation%3Ftoken%3D([\w-]+)|\/invitation\?token=([\w-]+)/.exec(mail?.text ?? "");
    return found?.[1] ?? found?.[2] ?? "";
  }
  const invite = (as: Actor, accountId: string, email: string, role: MemberRole = "member") =>
    house.call("people.invite_my_member", { accountId, email, role, name: "Berta" }, as);
  const mailIt = ({ accountId, invitationId }: { accountId: string; invitationId: string }) =>
    house.runJob("people.mail_invitation", {
      accountId,
      invitationId,
      askedAt: house.clock.now().toString(),
    });
  const rolesIn = async (account: TestCustomer) => {
    const { members } = await house.call("people.list_members", { accountId: account.accountId });
    return Object.fromEntries(members.map(({ personId, role }) => [personId, role]));
  };

  it("are asked by mail, and join with the address that was asked", async () => {
    const anna = await createCustomer(house, { organisation: "Ahrens GmbH" });
    const sent = await invite(anna.actor, anna.accountId, "berta@example.com", "billing");
    await mailIt(sent);
    const token = await tokenMailedTo("berta@example.com");
    const shown = await house.call("people.read_invitation", { token }, { kind: "anonymous" });
    assert.deepEqual(
      [shown.accountName, shown.email, shown.role],
      ["Ahrens GmbH", "berta@example.com", "billing"],
    );
    // The invited address became a person who has proved nothing.
    const berta = await createCustomer(house, { email: "berta@example.com" });
    await assert.rejects(house.call("people.accept_invitation", { token }, anna.actor), {
      code: "people.invitation_for_another_address",
    });
    const joined = await house.call("people.accept_invitation", { token }, berta.actor);
    assert.deepEqual(joined, { accountId: anna.accountId, personId: berta.personId, role: "billing" });
    await assert.rejects(house.call("people.accept_invitation", { token }, berta.actor), {
      code: "people.invitation_over",
    });
    const mine = await house.call("people.get_my_accounts", {}, berta.actor);
    assert.deepEqual(
      mine.items.map(({ accountId, role, canEdit, canInvite }) => ({ accountId, role, canEdit, canInvite })),
      [
        { accountId: berta.accountId, role: "owner", canEdit: true, canInvite: true },
        { accountId: anna.accountId, role: "billing", canEdit: true, canInvite: false },
      ],
    );
  });

  it("get a way in with the first mail, and the plain link once they have one", async () => {
    const anna = await createCustomer(house);
    const { db } = house.app.database;
    await mailIt(await invite(anna.actor, anna.accountId, "new@example.com"));
    const first = await firstRow<{ text: string }>(
      db,
      sql`SELECT text FROM kernel.mail WHERE to_address = 'new@example.com'`,
    );
    assert.match(first?.text ?? "", /\/join\?token=[\w-]+&next=%2Finvitation%3Ftoken%3D/);
    await mailIt(await invite(anna.actor, anna.accountId, "viewer@example.com"));
    const staff = await firstRow<{ text: string }>(
      db,
      sql`SELECT text FROM kernel.mail WHERE to_address = 'viewer@example.com'`,
    );
    assert.match(staff?.text ?? "", /:\/\/[^/]+\/invitation\?token=/);
    assert.deepEqual(
      await rows(
        db,
        sql`SELECT 1 FROM auth.link l JOIN auth.person p ON p.id = l.person_id
      WHERE p.email = 'viewer@example.com'`,
      ),
      [],
    );
  });

  it("are mailed once for each time that was asked, and the earlier link ends", async () => {
    const anna = await createCustomer(house);
    const sent = await invite(anna.actor, anna.accountId, "carla@example.com");
    await mailIt(sent);
    await mailIt(sent);
    const first = await tokenMailedTo("carla@example.com");
    house.clock.advance({ minutes: 1 });
    await house.call("people.send_invitation", sent);
    const second = await tokenMailedTo("carla@example.com");
    const mails = await rows(
      house.app.database.db,
      sql`SELECT 1 FROM kernel.mail WHERE to_address = 'carla@example.com'`,
    );
    assert.equal(mails.length, 2);
    await assert.rejects(house.call("people.read_invitation", { token: first }), {
      code: "people.invitation_over",
    });
    await house.call("people.read_invitation", { token: second });
    house.clock.advance({ hours: 7 * 24 });
    await assert.rejects(house.call("people.read_invitation", { token: second }), {
      code: "people.invitation_over",
    });
    const { invitations } = await house.call(
      "people.list_my_members",
      { accountId: anna.accountId },
      anna.actor,
    );
    assert.deepEqual(
      invitations.map(({ email, status }) => [email, status]),
      [["carla@example.com", "expired"]],
    );
    const anew = await invite(anna.actor, anna.accountId, "carla@example.com", "admin");
    assert.equal(anew.invitationId, sent.invitationId);
  });

  it("are asked once, not when they belong already, and the asking can be taken back", async () => {
    const anna = await createCustomer(house);
    const sent = await invite(anna.actor, anna.accountId, "dora@example.com");
    await assert.rejects(invite(anna.actor, anna.accountId, "Dora@example.com"), {
      code: "people.invited_already",
    });
    await assert.rejects(invite(anna.actor, anna.accountId, anna.email), { code: "people.member_already" });
    await mailIt(sent);
    const token = await tokenMailedTo("dora@example.com");
    await house.call("people.revoke_my_invitation", sent, anna.actor);
    await assert.rejects(house.call("people.read_invitation", { token }), { code: "people.invitation_over" });
    await assert.rejects(house.call("people.resend_my_invitation", sent, anna.actor), {
      code: "people.invitation_unknown",
    });
  });

  it("fill the seats, invitations counted; of twenty asked at once as many as there are seats", async () => {
    const anna = await createCustomer(house);
    await house.call("people.set_seats", { accountId: anna.accountId, limit: 4 });
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => invite(anna.actor, anna.accountId, `seat${n}@example.com`)),
    );
    assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 3);
    const { seats } = await house.call("people.list_members", { accountId: anna.accountId });
    assert.deepEqual(seats, { used: 4, limit: 4 });
  });

  it("join once however many times the link is opened at once", async () => {
    const anna = await createCustomer(house);
    const emil = await createCustomer(house, { email: "emil@example.com" });
    await mailIt(await invite(anna.actor, anna.accountId, emil.email));
    const token = await tokenMailedTo(emil.email);
    const taken = await Promise.allSettled(
      Array.from({ length: 20 }, () => house.call("people.accept_invitation", { token }, emil.actor)),
    );
    assert.equal(taken.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await rolesIn(anna))[emil.personId], "member");
  });

  it("may not be touched above one's own role", async () => {
    const [anna, admin, plain] = [
      await createCustomer(house),
      await createCustomer(house),
      await createCustomer(house),
    ];
    await join(anna, admin, "admin");
    await join(anna, plain, "member");
    const { accountId } = anna;
    const change = (personId: string, role: MemberRole, as: Actor) =>
      house.call("people.change_my_member", { accountId, personId, role }, as);
    await change(plain.personId, "billing", admin.actor);
    await assert.rejects(change(plain.personId, "owner", admin.actor), { code: "access.forbidden" });
    await assert.rejects(change(anna.personId, "member", admin.actor), { code: "access.forbidden" });
    await assert.rejects(change(admin.personId, "member", plain.actor), { code: "access.forbidden" });
    await assert.rejects(invite(plain.actor, accountId, "x@example.com"), { code: "access.forbidden" });
    await house.call("people.remove_my_member", { accountId, personId: plain.personId }, admin.actor);
    await assert.rejects(house.call("people.get_my_account", { accountId }, plain.actor), {
      code: "people.account_unknown",
    });
  });

  it("always have an owner, however many owners leave at once", async () => {
    const anna = await createCustomer(house);
    const owners = [anna, ...(await Promise.all(Array.from({ length: 4 }, () => createCustomer(house))))];
    for (const one of owners.slice(1)) await join(anna, one, "owner");
    const left = await Promise.allSettled(
      owners.map(({ actor }) => house.call("people.leave_my_account", { accountId: anna.accountId }, actor)),
    );
    assert.equal(left.filter(({ status }) => status === "fulfilled").length, 4);
    assert.deepEqual(Object.values(await rolesIn(anna)), ["owner"]);
    const [last] = Object.keys(await rolesIn(anna));
    await assert.rejects(
      house.call("people.change_member", { accountId: anna.accountId, personId: last!, role: "member" }),
      { code: "people.last_owner" },
    );
  });
});
