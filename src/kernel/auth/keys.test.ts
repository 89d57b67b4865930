import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addPerson } from "#kernel/auth/people.ts";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { openVisitor, type Visitor } from "#test/visitor.ts";

describe("one's own keys", () => {
  let house: AuthHouse;
  let browser: Visitor;
  before(async () => {
    house = await openAuthHouse();
    const ada = await house.addPerson("Ada", "owner");
    browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn({ email: ada.email, password: PASSWORD, remember: true }));
  });
  after(() => house.close());
  const another = async () => {
    const visitor = openVisitor(house.auth);
    visitor.keep(
      await visitor.door().signIn({ email: "ada@example.test", password: PASSWORD, remember: true }),
    );
    return visitor;
  };
  const isIn = async (visitor: Visitor) => (await house.auth.viewerOf(visitor.request())) !== null;

  it("are nobody's without a session", async () => {
    const door = openVisitor(house.auth).door();
    for (const call of [
      () => door.security(),
      () => door.changePassword({ password: PASSWORD }),
      () => door.startAuthenticator(PASSWORD),
      () => door.endOtherSessions(),
      () => door.removePasskey(newId()),
    ])
      await assert.rejects(call, { code: "access.sign_in" });
  });

  it("change the password with the present one, and end all other sessions", async () => {
    const other = await another();
    const change = (current: string, password: string) =>
      browser.door().changePassword({ current, password });
    await assert.rejects(change("not mine at all", "another lantern 9 sea"), { code: "auth.password_wrong" });
    await assert.rejects(change(PASSWORD, "ada@example.test"), { code: "auth.password_weak" });
    assert.equal(await isIn(other), true);
    await change(PASSWORD, "another lantern 9 sea");
    assert.equal(await isIn(other), false);
    assert.equal(await isIn(browser), true);
    await change("another lantern 9 sea", PASSWORD);
  });

  it("let nobody guess the password from an open session", async () => {
    const eve = await house.addPerson("Eve", "viewer");
    const visitor = openVisitor(house.auth);
    visitor.keep(await visitor.door().signIn({ email: eve.email, password: PASSWORD, remember: true }));
    for (let at = 0; at < 10; at++)
      await assert.rejects(visitor.door().startAuthenticator("a wrong guess"), {
        code: "auth.password_wrong",
      });
    await assert.rejects(visitor.door().startAuthenticator(PASSWORD), { code: "auth.too_many_attempts" });
  });

  it("let somebody without a password set one just after they signed in", async () => {
    await house.app.database.db.transaction((tx) =>
      addPerson(tx, { name: "Lin", email: "lin@example.test", role: "viewer", now: house.clock.now() }),
    );
    const visitor = openVisitor(house.auth);
    await visitor.door().mailSignInLink("lin@example.test");
    await house.auth.settled();
    visitor.keep(await visitor.door().openSignInLink(await house.mailedToken("sign_in_link")));
    assert.equal((await visitor.door().security()).hasPassword, false);
    const age = (span: string) =>
      house.app.database.db.execute(
        sql`UPDATE auth.session SET created_at = created_at - ${span}::interval
            WHERE person_id = (SELECT id FROM auth.person WHERE email = 'lin@example.test')`,
      );
    await age("16 minutes");
    await assert.rejects(visitor.door().changePassword({ password: PASSWORD }), {
      code: "auth.sign_in_again",
    });
    await age("-16 minutes");
    await visitor.door().changePassword({ password: PASSWORD });
    assert.equal((await visitor.door().security()).hasPassword, true);
  });

  it("end all other sessions at a word", async () => {
    const [one, two] = [await another(), await another()];
    assert.equal(await browser.door().endOtherSessions(), 2);
    assert.deepEqual([await isIn(one), await isIn(two), await isIn(browser)], [false, false, true]);
  });

  it("rename and remove one's own passkeys only", async () => {
    const { sessionId } = await browser.door().security();
    const eve = await firstRow<{ id: string }>(
      house.app.database.db,
      sql`SELECT id FROM auth.person WHERE email = 'eve@example.test'`,
    );
    const ada = await firstRow<{ id: string }>(
      house.app.database.db,
      sql`SELECT person_id AS id FROM auth.session WHERE id = ${sessionId}`,
    );
    const add = async (personId: string) => {
      const id = newId();
      await house.app.database.db.execute(
        sql`INSERT INTO auth.passkey (id, person_id, public_key, credential_id, counter, device_type, backed_up)
            VALUES (${id}, ${personId}, 'k', ${id}, 0, 'multiDevice', true)`,
      );
      return id;
    };
    const [mine, hers] = [await add(ada!.id), await add(eve!.id)];
    await browser.door().renamePasskey({ passkeyId: mine, name: "Laptop" });
    assert.deepEqual(
      (await browser.door().security()).passkeys.map((passkey) => passkey.name),
      ["Laptop"],
    );
    await assert.rejects(browser.door().renamePasskey({ passkeyId: hers, name: "x" }), {
      code: "auth.passkey_unknown",
    });
    await assert.rejects(browser.door().removePasskey(hers), { code: "auth.passkey_unknown" });
    await browser.door().removePasskey(mine);
    assert.deepEqual((await browser.door().security()).passkeys, []);
  });
});

describe("bearer tokens", () => {
  let house: AuthHouse;
  let personId: string;
  before(async () => {
    house = await openAuthHouse();
    ({ id: personId } = await house.addPerson("Ada", "editor"));
  });
  after(() => house.close());
  const db = () => house.app.database.db;
  const add = async (columns: { expiresAt?: string; revokedAt?: string; agent?: boolean } = {}) => {
    const token = newApiToken();
    await db().execute(
      sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at, expires_at, revoked_at)
          VALUES (${newId()}, ${personId}, 'trial', ${hashApiToken(token)}, ARRAY['playbook:read'],
                  ${columns.agent ?? false}, now(), ${columns.expiresAt ?? null}, ${columns.revokedAt ?? null})`,
    );
    return token;
  };
  const actor = (authorization: string) =>
    house.auth.actorOf(new Request("http://127.0.0.1:3000/", { headers: { authorization } }));
  const invalid = { kind: "unauthenticated", code: "auth.token_invalid" };

  it("stand for their person, within their scopes", async () => {
    const token = await add({ agent: true });
    assert.match(token, /^cairn_[\w-]{43}$/);
    const who = await actor(`Bearer ${token}`);
    assert.ok(who.kind === "token");
    assert.deepEqual(
      [who.personId, who.role, who.scopes, who.agent],
      [personId, "editor", ["playbook:read"], true],
    );
  });

  it("end by the house's clock", async () => {
    const token = await add({ expiresAt: "2027-01-04T10:00:00Z" });
    assert.ok(await actor(`bearer ${token}`));
    house.clock.advance({ hours: 1 });
    await assert.rejects(actor(`Bearer ${token}`), invalid);
  });

  it("are refused alike when revoked, unknown or malformed", async () => {
    const revoked = await add({ revokedAt: "2027-01-04T09:00:00Z" });
    for (const token of [revoked, newApiToken(), "cairn_", "something else", "x"])
      await assert.rejects(actor(`Bearer ${token}`), invalid);
  });

  it("say when they were used, once a minute at most", async () => {
    const token = await add();
    const used = async () =>
      (
        await firstRow<{ at: string }>(
          db(),
          sql`SELECT used_at AS at FROM auth.api_token WHERE hash = ${hashApiToken(token)}`,
        )
      )?.at;
    await actor(`Bearer ${token}`);
    const first = await used();
    house.clock.advance({ seconds: 59 });
    await actor(`Bearer ${token}`);
    assert.equal(await used(), first);
    house.clock.advance({ seconds: 2 });
    await actor(`Bearer ${token}`);
    assert.notEqual(await used(), first);
  });

  it("end with their person", async () => {
    const token = await add();
    await db().execute(sql`UPDATE auth.person SET disabled_at = now() WHERE id = ${personId}`);
    await assert.rejects(actor(`Bearer ${token}`), invalid);
  });
});

describe("forms", () => {
  it("carry a token of their own session or visitor", async () => {
    const house = await openAuthHouse();
    const ada = await house.addPerson("Ada", "owner");
    const visitor = openVisitor(house.auth);
    const first = visitor.request();
    const fresh = house.auth.guardForms(first);
    assert.equal(house.auth.csrfFor(first), fresh.token, "asked twice in one request");
    assert.equal(house.auth.isOurForm(visitor.request(), fresh.token), false, "without its cookie");
    visitor.keep([fresh.setCookie ?? ""]);
    const { token, setCookie } = house.auth.guardForms(visitor.request());
    assert.deepEqual([token, setCookie], [fresh.token, undefined]);
    assert.equal(house.auth.isOurForm(visitor.request(), token), true);
    assert.equal(house.auth.isOurForm(visitor.request(), `${token}x`), false);
    assert.equal(house.auth.isOurForm(visitor.request(), ""), false);
    visitor.keep(await visitor.door().signIn({ email: ada.email, password: PASSWORD, remember: true }));
    assert.equal(house.auth.isOurForm(visitor.request(), token), false, "after sign-in");
    const signedIn = house.auth.csrfFor(visitor.request());
    const other = openVisitor(house.auth);
    other.keep(await other.door().signIn({ email: ada.email, password: PASSWORD, remember: true }));
    assert.equal(
      house.auth.isOurForm(other.request(), signedIn),
      false,
      "another session of the same person",
    );
    await house.close();
  });
});

describe("the passkey script's calls", () => {
  let house: AuthHouse;
  before(async () => {
    house = await openAuthHouse();
  });
  after(() => house.close());
  const call = (path: string, init?: RequestInit) =>
    house.auth.handler(openVisitor(house.auth).request(`/api/auth${path}`, init));

  it("are the only ones under /api/auth", async () => {
    for (const path of [
      "/sign-in/email",
      "/get-session",
      "/sign-up/email",
      "/two-factor/verify-totp",
      "/ok",
      "",
    ])
      assert.equal((await call(path, { method: "POST", body: "{}" })).status, 404, path);
  });

  it("give a challenge to anybody and ask a session for a new key", async () => {
    const options = await call("/passkey/generate-authenticate-options");
    assert.equal(options.status, 200);
    const body = (await options.json()) as { challenge: string; rpId: string };
    assert.equal(body.rpId, "localhost");
    assert.match(options.headers.getSetCookie().join(), /cairn\.passkey=.*HttpOnly/);
    assert.equal((await call("/passkey/generate-register-options")).status, 401);
  });

  it("are limited per network address", async () => {
    let status = 200;
    for (let at = 0; at < 61 && status !== 429; at++)
      status = (await call("/passkey/generate-authenticate-options")).status;
    assert.equal(status, 429);
  });
});
