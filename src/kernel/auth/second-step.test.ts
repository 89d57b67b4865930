import assert from "node:assert/strict";
import { after, before, describe, it, mock } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { totp } from "#test/totp.ts";
import { openVisitor, type Visitor } from "#test/visitor.ts";

const PERIOD_MS = 30_000;

const enter = async (visitor: Visitor) =>
  visitor.keep(
    await visitor.door().signIn({ email: "ada@example.test", password: PASSWORD, remember: true }),
  );

describe("the second step", () => {
  let house: AuthHouse;
  let browser: Visitor;
  let secret = "";
  let recoveryCodes: string[] = [];
  before(async () => {
    // Codes change every thirty seconds; here they do not, so that no test falls on the change.
    mock.timers.enable({ apis: ["Date"], now: Date.parse("2027-01-04T09:00:10Z") });
    house = await openAuthHouse();
    await house.addPerson("Ada", "owner");
    browser = openVisitor(house.auth);
  });
  after(async () => {
    mock.timers.reset();
    await house.close();
  });

  /** A code of the app, some periods from now; better-auth takes one before and one after. */
  const code = (periods = 0) => totp(secret, Date.now() + periods * PERIOD_MS);
  const isIn = async (visitor: Visitor) => (await house.auth.viewerOf(visitor.request())) !== null;

  it("is not asked for before a code has proved the app", async () => {
    await enter(browser);
    await assert.rejects(browser.door().startAuthenticator("not my password"), {
      code: "auth.password_wrong",
    });
    const made = await browser.door().startAuthenticator(PASSWORD);
    ({ secret, recoveryCodes } = made);
    assert.match(made.uri, /^otpauth:\/\/totp\//);
    assert.match(made.qr, /^data:image\/svg\+xml;base64,/);
    assert.equal((await enter(openVisitor(house.auth))).step, "signed_in");
    await assert.rejects(browser.door().confirmAuthenticator("000000"), { code: "auth.code_wrong" });
    browser.keep(await browser.door().confirmAuthenticator(code(-1)));
    assert.equal((await browser.door().security()).hasAuthenticator, true);
    assert.equal(await isIn(browser), true);
  });

  it("stands between a right password and a session", async () => {
    const visitor = openVisitor(house.auth);
    assert.equal((await enter(visitor)).step, "second_step");
    assert.equal(visitor.door().awaitsSecondStep(), true);
    assert.equal(await isIn(visitor), false);
    await assert.rejects(visitor.door().enterCode("123456"), { code: "auth.code_wrong" });
    visitor.keep(await visitor.door().enterCode(code()));
    assert.equal(await isIn(visitor), true);
    assert.equal(visitor.door().awaitsSecondStep(), false);
  });

  it("takes no code twice, nor the one that proved the app", async () => {
    for (const used of [code(), code(-1)]) {
      const visitor = openVisitor(house.auth);
      await enter(visitor);
      await assert.rejects(visitor.door().enterCode(used), { code: "auth.code_used" });
      assert.equal(await isIn(visitor), false);
    }
  });

  it("takes one of two at once with the same code", async () => {
    const visitors = [openVisitor(house.auth), openVisitor(house.auth)];
    for (const visitor of visitors) await enter(visitor);
    const next = code(1);
    const answers = await Promise.allSettled(visitors.map((visitor) => visitor.door().enterCode(next)));
    assert.deepEqual(answers.map((answer) => answer.status).toSorted(), ["fulfilled", "rejected"]);
  });

  it("is over after five wrong codes", async () => {
    const visitor = openVisitor(house.auth);
    await enter(visitor);
    for (let at = 0; at < 5; at++)
      await assert.rejects(visitor.door().enterCode("111111"), { code: "auth.code_wrong" });
    await assert.rejects(visitor.door().enterCode("111111"), { code: "auth.second_step_over" });
    await house.app.database.db.execute(
      sql`UPDATE auth.two_factor SET failed_verification_count = 0, locked_until = NULL`,
    );
  });

  it("is nothing without a password before it", async () => {
    await assert.rejects(openVisitor(house.auth).door().enterCode(code()), {
      code: "auth.second_step_over",
    });
  });

  it("cannot be answered by somebody else's open session", async () => {
    const bob = await house.addPerson("Bob", "viewer");
    const visitor = openVisitor(house.auth);
    visitor.keep(await visitor.door().signIn({ email: bob.email, password: PASSWORD, remember: true }));
    await assert.rejects(visitor.door().enterCode(code()), { code: "auth.second_step_over" });
  });

  it("takes each recovery code once, in any spelling, and tells the person", async () => {
    const [first = ""] = recoveryCodes;
    assert.equal(recoveryCodes.length, 10);
    const visitor = openVisitor(house.auth);
    await enter(visitor);
    visitor.keep(await visitor.door().enterRecoveryCode(` ${first.toUpperCase().replaceAll("-", " ")} `));
    assert.equal(await isIn(visitor), true);
    assert.equal((await visitor.door().security()).recoveryCodesLeft, 9);
    const again = openVisitor(house.auth);
    await enter(again);
    await assert.rejects(again.door().enterRecoveryCode(first), { code: "auth.recovery_code_wrong" });
    assert.match((await house.mails("security_notice"))[0]?.text ?? "", /recovery code was used/);
  });

  it("keeps neither codes nor the app's secret readable", async () => {
    const row = await firstRow<{ secret: string; backup_codes: string }>(
      house.app.database.db,
      sql`SELECT secret, backup_codes FROM auth.two_factor`,
    );
    const kept = JSON.parse(row!.backup_codes) as string[];
    assert.ok(kept.every((hash) => /^hmac-sha256:[0-9a-f]{64}$/.test(hash)));
    assert.ok(!row!.secret.includes(secret));
    const visitor = openVisitor(house.auth);
    await enter(visitor);
    await assert.rejects(visitor.door().enterRecoveryCode(kept[0]!), { code: "auth.recovery_code_wrong" });
  });

  it("ends the earlier recovery codes when new ones are made", async () => {
    const renewed = await browser.door().renewRecoveryCodes(PASSWORD);
    const visitor = openVisitor(house.auth);
    await enter(visitor);
    await assert.rejects(visitor.door().enterRecoveryCode(recoveryCodes[1]!), {
      code: "auth.recovery_code_wrong",
    });
    visitor.keep(await visitor.door().enterRecoveryCode(renewed[0]!));
    assert.equal(await isIn(visitor), true);
  });

  it("stands behind an e-mailed link too", async () => {
    const visitor = openVisitor(house.auth);
    await visitor.door().mailSignInLink("ada@example.test");
    await house.auth.settled();
    const token = await house.mailedToken("sign_in_link");
    const step = visitor.keep(await visitor.door().openSignInLink(token));
    assert.equal(step.step, "second_step");
    assert.equal(await isIn(visitor), false);
  });

  it("is gone when the app is removed with the password", async () => {
    browser.keep(await browser.door().removeAuthenticator(PASSWORD));
    assert.equal(await isIn(browser), true);
    assert.equal((await enter(openVisitor(house.auth))).step, "signed_in");
  });
});
