import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { softAuthenticator } from "#test/soft-authenticator.ts";
import { openVisitor, type Visitor } from "#test/visitor.ts";

const ORIGIN = "https://cairn.example.test";

describe("passkeys", () => {
  let house: AuthHouse;
  let owner: Visitor;
  const key = softAuthenticator(ORIGIN, "cairn.example.test");
  before(async () => {
    house = await openAuthHouse({ CAIRN_URL: ORIGIN });
    await house.addPerson("Ada", "owner");
    owner = openVisitor(house.auth);
    owner.keep(await owner.door().signIn({ email: "ada@example.test", password: PASSWORD, remember: true }));
  });
  after(() => house.close());

  const call = async (visitor: Visitor, name: string, body?: object) => {
    const answer = await house.auth.handler(
      visitor.request(`/api/auth/passkey/${name}`, {
        method: body ? "POST" : "GET",
        headers: { origin: ORIGIN, "content-type": "application/json" },
        body: body && JSON.stringify(body),
      }),
    );
    visitor.keep(answer.headers.getSetCookie());
    return answer;
  };
  const challenge = async (visitor: Visitor, name: string, body?: object) =>
    ((await (await call(visitor, name, body)).json()) as { challenge: string }).challenge;
  const signIn = async (visitor: Visitor, options = {}) => {
    const response = key.authenticate(await challenge(visitor, "generate-authenticate-options"), options);
    return { answer: await call(visitor, "verify-authentication", { response }), response };
  };
  const isIn = async (visitor: Visitor) => (await house.auth.viewerOf(visitor.request())) !== null;

  it("are added by who is signed in, who is told by mail", async () => {
    const own = { name: "Laptop", password: PASSWORD };
    const response = key.register(await challenge(owner, "generate-register-options", own));
    const added = await call(owner, "verify-registration", { response, ...own });
    assert.equal(added.status, 200);
    assert.deepEqual(
      (await owner.door().security()).passkeys.map(({ name }) => name),
      ["Laptop"],
    );
    assert.match((await house.mails("security_notice"))[0]?.text ?? "", /passkey was added/);
  });

  it("are added by nobody who only found a session open", async () => {
    const refused = async (name: string, body: object) => {
      const answer = await call(owner, name, body);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    const wrong = [422, "auth.password_wrong"];
    assert.deepEqual(await refused("generate-register-options", { name: "Mine" }), wrong);
    assert.deepEqual(await refused("generate-register-options", { password: "guessed it, did I" }), wrong);
    // The challenge of a sign-in is no way round.
    const response = key.register(await challenge(owner, "generate-authenticate-options"));
    assert.deepEqual(await refused("verify-registration", { response, name: "Mine" }), wrong);
    assert.equal((await call(owner, "generate-register-options")).ok, false);
    assert.equal((await owner.door().security()).passkeys.length, 1);
  });

  it("sign in without a password", async () => {
    const visitor = openVisitor(house.auth);
    assert.equal((await signIn(visitor)).answer.status, 200);
    assert.equal(await isIn(visitor), true);
  });

  it("do not sign in without finger or PIN", async () => {
    const visitor = openVisitor(house.auth);
    assert.equal((await signIn(visitor, { verified: false })).answer.ok, false);
    assert.equal(await isIn(visitor), false);
  });

  it("answer each challenge once", async () => {
    const visitor = openVisitor(house.auth);
    const { response } = await signIn(visitor);
    const thief = openVisitor(house.auth);
    await challenge(thief, "generate-authenticate-options");
    assert.equal((await call(thief, "verify-authentication", { response })).ok, false);
    assert.equal(await isIn(thief), false);
  });

  it("cannot be used from another site", async () => {
    const visitor = openVisitor(house.auth);
    const answer = await house.auth.handler(
      owner.request("/api/auth/passkey/verify-registration", {
        method: "POST",
        headers: { origin: "https://evil.example.test", "content-type": "application/json" },
        body: JSON.stringify({ password: PASSWORD }),
      }),
    );
    assert.equal(answer.status, 403);
    assert.equal(await isIn(visitor), false);
  });

  it("are added by somebody without a password within minutes of signing in", async () => {
    await house.app.database.db.execute(sql`DELETE FROM auth.account WHERE provider_id = 'credential'`);
    assert.equal((await call(owner, "generate-register-options", {})).status, 200);
    await house.app.database.db.execute(
      sql`UPDATE auth.session SET created_at = now() - interval '16 minutes'`,
    );
    const late = await call(owner, "generate-register-options", {});
    assert.equal(((await late.json()) as { code: string }).code, "auth.sign_in_again");
  });

  it("do not let a disabled person in", async () => {
    await house.app.database.db.execute(sql`UPDATE auth.person SET disabled_at = now()`);
    const visitor = openVisitor(house.auth);
    assert.equal((await signIn(visitor)).answer.ok, false);
    assert.equal(await isIn(visitor), false);
  });
});
