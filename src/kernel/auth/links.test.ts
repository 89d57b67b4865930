import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addPerson } from "#kernel/auth/people.ts";
import { makeLink } from "#kernel/auth/links.ts";
import { ensureOwnerLink } from "#kernel/auth/owner-link.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { openVisitor } from "#test/visitor.ts";

const tokenOf = (url: string | null) => new URL(url ?? "").searchParams.get("token") ?? "";

describe("the first owner's link", () => {
  let house: AuthHouse;
  before(async () => {
    house = await openAuthHouse();
  });
  after(() => house.close());
  const entry = { name: "Ada", email: "ada@example.test", password: PASSWORD };

  it("leads to the public address and takes the earlier one back", async () => {
    const first = await ensureOwnerLink(house.app);
    const second = await ensureOwnerLink(house.app);
    assert.match(first ?? "", /^http:\/\/127\.0\.0\.1:3000\/welcome\?token=[\w-]{43}$/);
    const door = openVisitor(house.auth).door();
    await assert.rejects(door.readLink(tokenOf(first)), { kind: "gone", code: "auth.link_over" });
    const facts = await door.readLink(tokenOf(second));
    assert.deepEqual([facts.kind, facts.email, facts.expiresAt], ["owner", null, "2027-01-11T09:00:00Z"]);
  });

  it("is kept as a hash", async () => {
    const token = tokenOf(await ensureOwnerLink(house.app));
    const row = await firstRow<{ all: string }>(
      house.app.database.db,
      sql`SELECT row_to_json(l)::text AS "all" FROM auth.link l WHERE used_at IS NULL`,
    );
    assert.ok(row && !row.all.includes(token));
  });

  it("is over after seven days", async () => {
    const token = tokenOf(await ensureOwnerLink(house.app));
    house.clock.advance({ hours: 7 * 24 - 1 });
    assert.ok(await openVisitor(house.auth).door().readLink(token));
    house.clock.advance({ hours: 1 });
    await assert.rejects(
      openVisitor(house.auth)
        .door()
        .useLink({ token, ...entry }),
      {
        code: "auth.link_over",
      },
    );
  });

  it("stays good when the entry needs mending", async () => {
    const token = tokenOf(await ensureOwnerLink(house.app));
    const door = openVisitor(house.auth).door();
    await assert.rejects(door.useLink({ token, ...entry, password: "password1234" }), {
      code: "auth.password_weak",
    });
    await assert.rejects(door.useLink({ token, password: PASSWORD }), { code: "auth.owner_incomplete" });
    assert.ok(await door.readLink(token));
    assert.deepEqual(await rows(house.app.database.db, sql`SELECT id FROM auth.person`), []);
  });

  it("ends when the house has an owner from elsewhere", async () => {
    const other = await openAuthHouse();
    const link = (await ensureOwnerLink(other.app)) ?? "";
    const token = new URL(link).searchParams.get("token") ?? "";
    await other.addPerson("Otto", "owner");
    await assert.rejects(
      openVisitor(other.auth)
        .door()
        .useLink({ token, password: PASSWORD, name: "Eve", email: "eve@example.test" }),
      { code: "auth.link_over" },
    );
    await other.close();
  });

  it("makes one owner and signs them in, whoever else opens it", async () => {
    const token = tokenOf(await ensureOwnerLink(house.app));
    const visitors = Array.from({ length: 8 }, () => openVisitor(house.auth));
    const steps = await Promise.allSettled(
      visitors.map(async (visitor, at) =>
        visitor.keep(await visitor.door().useLink({ token, ...entry, email: `ada${at}@example.test` })),
      ),
    );
    assert.equal(steps.filter((step) => step.status === "fulfilled").length, 1);
    const viewers = await Promise.all(visitors.map((visitor) => house.auth.viewerOf(visitor.request())));
    assert.deepEqual(
      viewers.filter(Boolean).map((viewer) => viewer?.role),
      ["owner"],
    );
    assert.equal(await ensureOwnerLink(house.app), null);
  });
});

describe("an invitation", () => {
  it("sets the password of the person it was made for", async () => {
    const house = await openAuthHouse();
    const made = await house.app.database.db.transaction(async (tx) => {
      const now = house.clock.now();
      const personId = await addPerson(tx, { name: "Bob", email: "bob@example.test", role: "editor", now });
      return makeLink(tx, { kind: "invitation", personId, createdBy: null, now });
    });
    const visitor = openVisitor(house.auth);
    assert.equal((await visitor.door().readLink(made.token)).name, "Bob");
    visitor.keep(
      await visitor
        .door()
        .useLink({ token: made.token, password: PASSWORD, name: "Eve", email: "eve@x.test" }),
    );
    const viewer = await house.auth.viewerOf(visitor.request());
    assert.deepEqual([viewer?.name, viewer?.email, viewer?.role], ["Bob", "bob@example.test", "editor"]);
    await assert.rejects(visitor.door().useLink({ token: made.token, password: PASSWORD }), {
      code: "auth.link_over",
    });
    await house.close();
  });
});

describe("mailed links", () => {
  let house: AuthHouse;
  before(async () => {
    house = await openAuthHouse();
    await house.addPerson("Ada", "owner");
  });
  after(() => house.close());
  const ask = async (email: string, kind: "mailSignInLink" | "mailResetLink") => {
    await openVisitor(house.auth).door()[kind](email);
    await house.auth.settled();
  };

  it("go to who is known, and to nobody else, with the same answer", async () => {
    await ask("Ada@Example.test", "mailSignInLink");
    await ask("nobody@example.test", "mailSignInLink");
    await ask("nobody@example.test", "mailResetLink");
    const [mail, ...others] = await house.mails("sign_in_link");
    assert.deepEqual([mail?.to, others.length], ["ada@example.test", 0]);
    assert.deepEqual(await house.mails("password_reset"), []);
  });

  it("sign in once", async () => {
    const token = await house.mailedToken("sign_in_link");
    const visitor = openVisitor(house.auth);
    visitor.keep(await visitor.door().openSignInLink(token));
    assert.equal((await house.auth.viewerOf(visitor.request()))?.name, "Ada");
    await assert.rejects(openVisitor(house.auth).door().openSignInLink(token), { code: "auth.link_over" });
    await assert.rejects(openVisitor(house.auth).door().openSignInLink("never made"), {
      code: "auth.link_over",
    });
  });

  it("let in a customer who has never proved the address, with no password somebody else may have set", async () => {
    const { id } = await house.addPerson("Cleo", null);
    await house.app.database.db.execute(sql`UPDATE auth.person SET email_verified = false WHERE id = ${id}`);
    await ask("cleo@example.test", "mailSignInLink");
    const visitor = openVisitor(house.auth);
    visitor.keep(await visitor.door().openSignInLink(await house.mailedToken("sign_in_link")));
    assert.equal((await house.auth.viewerOf(visitor.request()))?.name, "Cleo");
    const left = await firstRow<{ proved: boolean; passwords: number }>(
      house.app.database.db,
      sql`SELECT email_verified AS proved,
                 (SELECT count(*)::int FROM auth.account WHERE person_id = ${id}) AS passwords
          FROM auth.person WHERE id = ${id}`,
    );
    assert.deepEqual(left, { proved: true, passwords: 0 });
  });

  it("are kept as a hash and over after fifteen minutes of real time", async () => {
    await ask("ada@example.test", "mailSignInLink");
    const token = await house.mailedToken("sign_in_link");
    const row = await firstRow<{ identifier: string; minutes: number }>(
      house.app.database.db,
      sql`SELECT identifier, round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes
          FROM auth.verification WHERE value LIKE '%ada@example.test%'`,
    );
    assert.notEqual(row?.identifier, token);
    assert.equal(row?.minutes, 15);
    // Sign-in links keep real time: the house's clock may be set in a sandbox, the door's may not.
    await house.app.database.db.execute(
      sql`UPDATE auth.verification SET expires_at = created_at - interval '1 second'`,
    );
    await assert.rejects(openVisitor(house.auth).door().openSignInLink(token), { code: "auth.link_over" });
  });

  it("set a new password once, within a day, and end every session", async () => {
    const earlier = openVisitor(house.auth);
    earlier.keep(
      await earlier.door().signIn({ email: "ada@example.test", password: PASSWORD, remember: true }),
    );
    await ask("ada@example.test", "mailResetLink");
    const token = await house.mailedToken("password_reset");
    const visitor = openVisitor(house.auth);
    house.clock.advance({ hours: 23 });
    visitor.keep(await visitor.door().useLink({ token, password: "another lantern 9 sea" }));
    assert.ok(await house.auth.viewerOf(visitor.request()));
    assert.equal(await house.auth.viewerOf(earlier.request()), null);
    await assert.rejects(
      earlier.door().signIn({ email: "ada@example.test", password: PASSWORD, remember: true }),
      { code: "auth.credentials_wrong" },
    );
    assert.match((await house.mails("security_notice"))[0]?.text ?? "", /password was set anew/);
    await ask("ada@example.test", "mailResetLink");
    house.clock.advance({ hours: 24 });
    await assert.rejects(
      visitor.door().useLink({ token: await house.mailedToken("password_reset"), password: PASSWORD }),
      { code: "auth.link_over" },
    );
  });

  it("are mailed five times an hour to one address, known or not", async () => {
    for (const email of ["often@example.test", "ada2@example.test"]) {
      for (let at = 0; at < 5; at++) await ask(email, "mailSignInLink");
      await assert.rejects(ask(email, "mailSignInLink"), { kind: "rate_limited" });
    }
  });
});
