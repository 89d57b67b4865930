import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { createPeople } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("what customers do with their own", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
  });
  after(() => house.close());

  const db = () => house.app.database.db;
  async function mailedTo(email: string, kind: string): Promise<string> {
    const mail = await firstRow<{ text: string }>(
      db(),
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = ${kind} ORDER BY id DESC LIMIT 1`,
    );
    return mail?.text ?? "";
  }

  it("changes an account's facts, and not over somebody else's change", async () => {
    const { accountId, actor } = await createCustomer(house);
    const read = () => house.call("people.get_my_account", { accountId }, actor);
    const { version } = await read();
    const change = { accountId, city: "Köln", taxId: "DE136695976", version };
    assert.deepEqual(await house.call("people.update_my_account", change, actor), {
      accountId,
      version: version + 1,
    });
    await assert.rejects(house.call("people.update_my_account", { ...change, city: "Bonn" }, actor), {
      code: "people.account_changed_meanwhile",
    });
    const changed = await read();
    assert.deepEqual(
      [changed.city, changed.taxId, changed.name, changed.currency],
      ["Köln", "DE136695976", "Anna Ahrens", "EUR"],
    );
    await house.call("people.update_my_account", { accountId, city: "Köln" }, actor);
    assert.equal((await read()).version, version + 1, "what is the same is no change");
    const told = await house.call("people.list_account_events", { accountId });
    assert.deepEqual(
      told.items.map(({ text, by }) => [text, by]),
      [
        ["Changed: tax number, city", "Anna Ahrens"],
        ["The account was opened at the checkout", null],
      ],
    );
  });

  it("changes an account once of twenty changes from one reading", async () => {
    const { accountId, actor } = await createCustomer(house);
    const changes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        house.call("people.update_my_account", { accountId, city: `City ${n}`, version: 1 }, actor),
      ),
    );
    assert.equal(changes.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("keeps what was agreed to, to which words, and everything that was said before", async () => {
    const { personId, actor } = await createCustomer(house);
    const say = (granted: boolean) =>
      house.call("people.set_my_consent", { purpose: "news", granted }, actor);
    await say(true);
    await say(true);
    house.clock.advance({ minutes: 1 });
    await say(false);
    house.clock.advance({ minutes: 1 });
    const text = await house.call("people.publish_consent_text", {
      purpose: "news",
      title: "News",
      body: "Send me news, weekly.",
    });
    assert.equal(text.version, 2);
    const earlier = await house.call("people.list_my_consents", {}, actor);
    const news = earlier.items.find(({ purpose }) => purpose === "news");
    assert.deepEqual([news?.body, news?.granted, news?.isCurrent], ["Send me news, weekly.", false, false]);
    await house.call("people.set_consent", { personId, purpose: "news", granted: true }, "support");
    const { history } = await house.call("people.list_my_consents", {}, actor);
    assert.deepEqual(
      history.map(({ granted, textVersion, source }) => [granted, textVersion, source]),
      [
        [true, 2, "console"],
        [false, 1, "portal"],
        [true, 1, "portal"],
      ],
    );
    assert.equal(history[0]?.textSha256, text.sha256);
    await assert.rejects(
      house.call("people.set_my_consent", { purpose: "unheard_of", granted: true }, actor),
      {
        code: "people.purpose_unknown",
      },
    );
  });

  it("adds addresses that count once they are proved, and signs in with the one chosen", async () => {
    const { personId, actor, email } = await createCustomer(house, { email: "first@example.com" });
    await house.call("people.add_my_email", { email: "Second@example.com" }, actor);
    const token =
      /verify\?token=([\w-]+)/.exec(await mailedTo("second@example.com", "email_verification"))?.[1] ?? "";
    const stranger = await createCustomer(house);
    await assert.rejects(house.call("people.verify_my_email", { token }, stranger.actor), {
      code: "people.email_link_over",
    });
    await assert.rejects(house.call("people.make_my_email_primary", { email: "second@example.com" }, actor), {
      code: "people.email_unknown",
    });
    await house.call("people.verify_my_email", { token }, actor);
    await assert.rejects(house.call("people.verify_my_email", { token }, actor), {
      code: "people.email_link_over",
    });
    await house.call("people.make_my_email_primary", { email: "second@example.com" }, actor);
    const { items } = await house.call("people.list_my_emails", {}, actor);
    assert.deepEqual(
      items.map((one) => [one.email, one.isPrimary, one.isVerified]),
      [
        ["second@example.com", true, true],
        [email, false, false],
      ],
    );
    assert.match(await mailedTo(email, "security_notice"), /another of your addresses/);
    await house.call("people.remove_my_email", { email }, actor);
    const person = await house.call("people.get_person", { personId });
    assert.deepEqual(
      person.emails.map((one) => one.email),
      ["second@example.com"],
    );
  });

  it("says of somebody else's address what it says of a free one, and gives it to nobody else", async () => {
    const taken = await createCustomer(house, { email: "taken@example.com" });
    const { actor } = await createCustomer(house);
    const said = await house.call("people.add_my_email", { email: taken.email }, actor);
    assert.deepEqual(Object.keys(said), ["email", "expiresAt"]);
    const token = /verify\?token=([\w-]+)/.exec(await mailedTo(taken.email, "email_verification"))?.[1] ?? "";
    await assert.rejects(house.call("people.verify_my_email", { token }, actor), {
      code: "people.email_taken",
    });
  });

  it("gives an address to one of two who prove it at once", async () => {
    const two = [await createCustomer(house), await createCustomer(house)];
    const tokens: string[] = [];
    for (const { actor } of two) {
      house.clock.advance({ seconds: 1 });
      await house.call("people.add_my_email", { email: "both@example.com" }, actor);
      tokens.push(
        /verify\?token=([\w-]+)/.exec(await mailedTo("both@example.com", "email_verification"))?.[1] ?? "",
      );
    }
    const proved = await Promise.allSettled(
      two.flatMap(({ actor }, n) =>
        Array.from({ length: 10 }, () => house.call("people.verify_my_email", { token: tokens[n]! }, actor)),
      ),
    );
    assert.equal(proved.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("asks to be erased, takes that back, and is told", async () => {
    const { actor } = await createCustomer(house);
    const { requestId } = await house.call("people.request_my_erasure", { note: "Please" }, actor);
    await assert.rejects(house.call("people.request_my_erasure", {}, actor), {
      code: "people.erasure_requested_already",
    });
    await house.drain();
    const notices = await rows(
      db(),
      sql`SELECT 1 FROM platform.notification WHERE kind = 'people.erasure_requested' AND dedupe_key LIKE ${`%${requestId}`}`,
    );
    assert.equal(notices.length, 2);
    await house.call("people.withdraw_my_erasure", { requestId }, actor);
    await assert.rejects(house.call("people.decide_erasure", { requestId, decision: "erased" }), {
      code: "people.erasure_unknown",
    });
    const { items } = await house.call("people.list_my_erasure_requests", {}, actor);
    assert.deepEqual(
      items.map(({ status, note }) => [status, note]),
      [["withdrawn", "Please"]],
    );
  });

  it("is closed to tokens made for something else", async () => {
    const { personId } = await createCustomer(house);
    const token = {
      kind: "token",
      tokenId: personId,
      personId,
      role: null,
      agent: false,
      scopes: ["people:read"],
    } as const;
    for (const name of [
      "people.get_my_accounts",
      "people.list_my_emails",
      "people.list_my_consents",
    ] as const)
      await assert.rejects(house.call(name, {}, token), { kind: "forbidden" }, name);
  });
});
