import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { openVisitor, type Visitor } from "#test/visitor.ts";

type Person = Extract<Actor, { kind: "person" }>;

describe("sessions", () => {
  let house: AuthHouse;
  let ada: Person;
  let browsers: Visitor[];
  before(async () => {
    house = await openAuthHouse();
    const { id, email } = await house.addPerson("Ada", "owner");
    ada = { kind: "person", personId: id, role: "owner" };
    browsers = [openVisitor(house.auth, "192.0.2.1"), openVisitor(house.auth, "2001:db8::1")];
    for (const browser of browsers)
      browser.keep(await browser.door().signIn({ email, password: PASSWORD, remember: true }));
  });
  after(() => house.close());
  const isIn = async (browser: Visitor) => (await house.auth.viewerOf(browser.request())) !== null;

  it("are listed with browser and address, and this browser's is known", async () => {
    const { items } = await house.call("staff.list_sessions", {}, ada);
    assert.equal(items.length, 2);
    assert.ok(items.every((item) => item.device === "Firefox on Linux"));
    assert.ok(items.some((item) => item.address === "192.0.2.1"));
    const { sessionId } = await browsers[0]!.door().security();
    assert.ok(items.some((item) => item.sessionId === sessionId));
  });

  it("end at once when revoked", async () => {
    const { sessionId } = await browsers[1]!.door().security();
    await house.call("staff.revoke_session", { sessionId }, ada);
    assert.deepEqual([await isIn(browsers[0]!), await isIn(browsers[1]!)], [true, false]);
    await assert.rejects(house.call("staff.revoke_session", { sessionId }, ada), {
      code: "staff.session_unknown",
    });
  });

  it("are their person's own business; an admin sees them but ends no owner's", async () => {
    const { sessionId } = await browsers[0]!.door().security();
    await assert.rejects(house.call("staff.list_sessions", { personId: ada.personId }, "editor"), {
      code: "access.forbidden",
    });
    assert.equal(
      (await house.call("staff.list_sessions", { personId: ada.personId }, "admin")).items.length,
      1,
    );
    for (const role of ["admin", "viewer"] as const)
      await assert.rejects(house.call("staff.revoke_session", { sessionId }, role), {
        code: "access.forbidden",
      });
    assert.equal(await isIn(browsers[0]!), true);
  });
});

describe("API tokens", () => {
  let house: AuthHouse;
  let eve: Person;
  before(async () => {
    house = await openAuthHouse();
    const { id } = await house.addPerson("Eve", "editor");
    eve = { kind: "person", personId: id, role: "editor" };
  });
  after(() => house.close());
  const actorOf = (token: string) =>
    house.auth.actorOf(
      new Request("http://127.0.0.1:3000/", { headers: { authorization: `Bearer ${token}` } }),
    );

  it("show their secret once and keep a hash", async () => {
    const made = await house.call("staff.create_token", { name: "CI", scopes: ["playbook:read"] }, eve);
    assert.match(made.token, /^cairn_/);
    assert.equal(made.expiresAt, "2027-04-04T09:00:00Z");
    const listed = await house.call("staff.list_tokens", {}, eve);
    assert.deepEqual(
      listed.items.map(({ name, scopes, status, usedAt }) => ({ name, scopes, status, usedAt })),
      [{ name: "CI", scopes: ["playbook:read"], status: "active", usedAt: null }],
    );
    const kept = await rows<{ kept: string }>(
      house.app.database.db,
      sql`SELECT row_to_json(t)::text AS kept FROM auth.api_token t
          UNION ALL SELECT row_to_json(e)::text FROM kernel.event e
          UNION ALL SELECT row_to_json(a)::text FROM kernel.audit_entry a`,
    );
    assert.ok(kept.length >= 3 && kept.every((row) => !row.kept.includes(made.token)));
  });

  it("are narrowed by their scopes", async () => {
    const { token } = await house.call(
      "staff.create_token",
      { name: "narrow", scopes: ["playbook:read"] },
      eve,
    );
    const actor = await actorOf(token);
    await assert.rejects(house.call("staff.list_people", {}, actor), { kind: "forbidden" });
    await assert.rejects(house.call("staff.update_profile", { name: "Mallory" }, actor), {
      kind: "forbidden",
    });
    assert.deepEqual((await house.call("staff.get_me", {}, actor)).permissions, ["playbook:read"]);
  });

  it("ask for permissions that exist", async () => {
    await assert.rejects(house.call("staff.create_token", { name: "x", scopes: ["playbook:rule"] }, eve), {
      kind: "invalid",
      code: "staff.scope_unknown",
    });
  });

  it("are not made by tokens, nor for somebody else", async () => {
    const { token } = await house.call("staff.create_token", { name: "whole" }, eve);
    await assert.rejects(house.call("staff.create_token", { name: "child" }, await actorOf(token)), {
      code: "access.forbidden",
    });
    await assert.rejects(
      house.call("staff.create_token", { name: "theirs", email: "eve@example.test" }, "owner"),
      { code: "access.forbidden" },
    );
  });

  it("are made for anybody from the command line, which says for whom", async () => {
    const made = (await house.app.call("staff.create_token", {
      name: "agent",
      email: "EVE@example.test",
      agent: true,
      expiresInDays: null,
    })) as { token: string; expiresAt: string | null };
    const actor = await actorOf(made.token);
    assert.ok(actor.kind === "token" && actor.agent && actor.personId === eve.personId);
    assert.equal(made.expiresAt, null);
    await assert.rejects(house.app.call("staff.create_token", { name: "nobody's" }), {
      code: "staff.token_holder_missing",
    });
  });

  it("are listed and revoked by their person and by managers, and by nobody else", async () => {
    const { tokenId, token } = await house.call("staff.create_token", { name: "short-lived" }, eve);
    await assert.rejects(house.call("staff.revoke_token", { tokenId }, "viewer"), { kind: "forbidden" });
    await assert.rejects(house.call("staff.list_tokens", { everybody: true }, eve), { kind: "forbidden" });
    const all = await house.call("staff.list_tokens", { everybody: true, limit: 1 }, "admin");
    assert.deepEqual([all.items[0]?.personName, all.nextCursor], ["Eve", all.items[0]?.tokenId]);
    await house.call("staff.revoke_token", { tokenId }, "admin");
    await house.call("staff.revoke_token", { tokenId }, eve);
    await assert.rejects(actorOf(token), { code: "auth.token_invalid" });
    const events = await rows(
      house.app.database.db,
      sql`SELECT id FROM kernel.event WHERE name = 'staff.token_revoked'`,
    );
    assert.equal(events.length, 1);
  });
});

describe("the nightly clearing", () => {
  it("deletes what is over and keeps what is not", async () => {
    const house = await openAuthHouse();
    const { id, email } = await house.addPerson("Ada", "owner");
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn({ email, password: PASSWORD, remember: true }));
    await browser.door().mailResetLink(email);
    await house.auth.settled();
    const { db } = house.app.database;
    await db.execute(
      sql`INSERT INTO auth.session (id, person_id, token, expires_at, created_at, updated_at)
          VALUES (gen_random_uuid(), ${id}, 'old', '2020-01-01', '2019-12-01', '2019-12-01')`,
    );
    await db.execute(sql`INSERT INTO kernel.rate_limit (key, points, expire) VALUES ('old', 1, 1)`);
    const count = async () =>
      rows<{ sessions: number; links: number; limits: number }>(
        db,
        sql`SELECT (SELECT count(*) FROM auth.session) AS sessions, (SELECT count(*) FROM auth.link) AS links,
                   (SELECT count(*) FROM kernel.rate_limit WHERE key = 'old') AS limits`,
      );
    await house.runJob("staff.forget_expired");
    assert.deepEqual(await count(), [{ sessions: 1, links: 1, limits: 0 }]);
    house.clock.advance({ hours: 32 * 24 });
    await house.runJob("staff.forget_expired");
    assert.deepEqual(await count(), [{ sessions: 1, links: 0, limits: 0 }]);
    await house.close();
  });
});
