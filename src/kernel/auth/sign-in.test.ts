import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { openVisitor } from "#test/visitor.ts";

const entry = (email: string, password = PASSWORD) => ({ email, password, remember: true });

describe("signing in by password", () => {
  let house: AuthHouse;
  before(async () => {
    house = await openAuthHouse();
  });
  after(() => house.close());
  const db = () => house.app.database.db;

  it("lets in with the right password, however the address is written", async () => {
    const ada = await house.addPerson("Ada", "owner");
    const browser = openVisitor(house.auth);
    const step = browser.keep(await browser.door().signIn(entry(" ADA@example.test ")));
    assert.equal(step.step, "signed_in");
    assert.deepEqual(await house.auth.actorOf(browser.request()), {
      kind: "person",
      personId: ada.id,
      role: "owner",
    });
    const viewer = await house.auth.viewerOf(browser.request());
    const company = await house.app.services.company();
    assert.deepEqual([viewer?.name, viewer?.zone, viewer?.locale], ["Ada", company.zone, company.locale]);
    assert.ok(viewer?.permissions.includes("staff:manage"));
  });

  it("guards its cookies", async () => {
    const { cookies } = await openVisitor(house.auth).door().signIn(entry("ada@example.test"));
    const [session] = cookies.filter((cookie) => cookie.startsWith("cairn.session_token="));
    assert.match(session ?? "", /HttpOnly/);
    assert.match(session ?? "", /SameSite=Lax/);
    assert.match(session ?? "", /Path=\//);
    const short = await openVisitor(house.auth)
      .door()
      .signIn({ ...entry("ada@example.test"), remember: false });
    assert.ok(short.cookies.some((cookie) => /session_token/.test(cookie) && !/Max-Age/.test(cookie)));
  });

  it("gives one answer for a wrong password, an unknown address and a disabled person", async () => {
    const gone = await house.addPerson("Gone", "viewer");
    await db().execute(sql`UPDATE auth.person SET disabled_at = now() WHERE id = ${gone.id}`);
    const invited = await house.addPerson("Invited", "viewer", "");
    for (const given of [
      entry("ada@example.test", "not the right one"),
      entry("nobody@example.test"),
      entry(gone.email),
      entry(invited.email),
    ])
      await assert.rejects(openVisitor(house.auth).door().signIn(given), {
        kind: "invalid",
        code: "auth.credentials_wrong",
        message: "The e-mail address or the password is not right.",
      });
  });

  it("refuses a cookie nobody signed", async () => {
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn(entry("ada@example.test")));
    const row = await firstRow<{ token: string }>(db(), sql`SELECT token FROM auth.session LIMIT 1`);
    for (const forged of [row!.token, `${row!.token}.AAAA`, `x${browser.cookie("cairn.session_token")}`]) {
      const request = new Request("http://127.0.0.1:3000/", {
        headers: { cookie: `cairn.session_token=${forged}` },
      });
      assert.equal(await house.auth.viewerOf(request), null);
    }
  });

  it("ends the browser's earlier session when somebody signs in anew", async () => {
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn(entry("ada@example.test")));
    const earlier = browser.request();
    browser.keep(await browser.door().signIn(entry("ada@example.test")));
    assert.equal(await house.auth.viewerOf(earlier), null);
    assert.ok(await house.auth.viewerOf(browser.request()));
  });

  it("signs out for good", async () => {
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn(entry("ada@example.test")));
    const kept = browser.request();
    browser.keep(await browser.door().signOut());
    assert.equal(browser.cookie("cairn.session_token"), undefined);
    assert.equal(await house.auth.viewerOf(kept), null);
    assert.deepEqual(await house.auth.actorOf(browser.request()), { kind: "anonymous" });
  });

  it("is out at the next request when disabled", async () => {
    const eve = await house.addPerson("Eve", "editor");
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn(entry(eve.email)));
    assert.ok(await house.auth.viewerOf(browser.request()));
    await db().execute(sql`UPDATE auth.person SET disabled_at = now() WHERE id = ${eve.id}`);
    assert.equal(await house.auth.viewerOf(browser.request()), null);
  });

  it("ends a session thirty days after sign-in, or seven after it was last used", async () => {
    const zoe = await house.addPerson("Zoe", "editor");
    const browser = openVisitor(house.auth);
    browser.keep(await browser.door().signIn(entry(zoe.email)));
    const set = (change: ReturnType<typeof sql>) =>
      db().execute(sql`UPDATE auth.session SET ${change} WHERE person_id = ${zoe.id}`);
    const isIn = async () => (await house.auth.viewerOf(browser.request())) !== null;
    const session = await firstRow<{ days: number }>(
      db(),
      sql`SELECT round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days
          FROM auth.session WHERE person_id = ${zoe.id}`,
    );
    assert.equal(session?.days, 30);
    await set(sql`seen_at = seen_at - interval '6 days 23 hours'`);
    assert.equal(await isIn(), true);
    await set(sql`seen_at = seen_at - interval '7 days 1 hour'`);
    assert.equal(await isIn(), false);
    await set(sql`seen_at = created_at, expires_at = created_at`);
    assert.equal(await isIn(), false);
  });

  it("writes who signed in to the audit trail, with ids alone", async () => {
    const entries = await rows<{ subjects: Record<string, string> }>(
      db(),
      sql`SELECT subjects FROM kernel.audit_entry WHERE operation = 'auth.sign_in'`,
    );
    assert.ok(entries.length > 0);
    assert.deepEqual(Object.keys(entries[0]!.subjects), ["personId"]);
  });
});

describe("guessing", () => {
  let house: AuthHouse;
  before(async () => {
    house = await openAuthHouse();
  });
  after(() => house.close());
  const guess = (email: string, address: string, password = "a wrong password") =>
    openVisitor(house.auth, address).door().signIn({ email, password, remember: false });

  for (const [who, email] of [
    ["a person", "ada@example.test"],
    ["an address nobody has", "nobody@example.test"],
  ] as const)
    it(`locks ${who} after ten wrong tries from anywhere, even for the right password`, async () => {
      if (who === "a person") await house.addPerson("Ada", "owner");
      const tries = await Promise.allSettled(
        Array.from({ length: 25 }, (_, at) => guess(email, `198.51.100.${at}`)),
      );
      const codes = tries.map((attempt) => (attempt.status === "rejected" ? attempt.reason.code : "in"));
      assert.equal(codes.filter((code) => code === "auth.credentials_wrong").length, 10);
      assert.equal(codes.filter((code) => code === "auth.too_many_attempts").length, 15);
      await assert.rejects(guess(email, "203.0.113.9", PASSWORD), (error: { detail: object }) => {
        const { retryAfterSeconds } = error.detail as { retryAfterSeconds: number };
        return retryAfterSeconds > 0 && retryAfterSeconds <= 15 * 60;
      });
    });

  it("locks a network address after fifty wrong tries at any account", async () => {
    for (let at = 0; at < 50; at++)
      await assert.rejects(guess(`p${at}@example.test`, "203.0.113.50"), { code: "auth.credentials_wrong" });
    await assert.rejects(guess("p50@example.test", "203.0.113.50"), { code: "auth.too_many_attempts" });
  });

  it("forgets failures after a success", async () => {
    const bob = await house.addPerson("Bob", "editor");
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 9; at++) await assert.rejects(guess(bob.email, "203.0.113.7"));
      await guess(bob.email, "203.0.113.7", PASSWORD);
    }
  });

  it("keeps no address of anybody in the counters", async () => {
    const keys = await rows<{ key: string }>(house.app.database.db, sql`SELECT key FROM kernel.rate_limit`);
    assert.ok(keys.length > 0);
    assert.ok(keys.every(({ key }) => !/example|@|\d+\.\d+\.\d+/.test(key)));
  });
});

describe("behind TLS", () => {
  it("sets cookies that no other host can plant or read", async () => {
    const house = await openAuthHouse({ CAIRN_URL: "https://cairn.example.test" });
    const ada = await house.addPerson("Ada", "owner");
    const browser = openVisitor(house.auth);
    const step = browser.keep(
      await browser.door().signIn({ email: ada.email, password: PASSWORD, remember: true }),
    );
    assert.match(step.cookies.join(), /__Host-cairn\.session_token=[^;]+;.*Secure/);
    assert.match(
      house.auth.guardForms(openVisitor(house.auth).request()).setCookie ?? "",
      /^__Host-.*; Secure$/,
    );
    assert.ok(await house.auth.viewerOf(browser.request()));
    await house.close();
  });
});
