import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { recordCustomer } from "#modules/people/index.ts";
import { addMember } from "#modules/people/memberships/add-member.ts";
import { asHouse, createCustomer } from "#test/factories/customers.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { untold } from "#test/factories/untold.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** Nobody else is called so. */
const NAME = "Zacharias Unverwechselbar";

describe("erasing a customer", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
  });
  after(() => house.close());

  const db = () => house.app.database.db;

  /** Tables in which a text stands somewhere. */
  async function tablesWith(text: string): Promise<string[]> {
    const tables = await rows<{ name: string }>(
      db(),
      sql`SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname IN ('people', 'auth', 'kernel', 'billing', 'platform') AND c.relkind = 'r' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const hits = await rows(
        db(),
        sql`SELECT 1 FROM ${sql.raw(name)} t WHERE position(${text} in to_jsonb(t)::text) > 0 LIMIT 1`,
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  }

  it("leaves no name and no address in any table but the mail that says so", async () => {
    const email = "zacharias@unverwechselbar.example";
    const {
      personId: id,
      accountId,
      actor,
    } = await createCustomer(house, { name: NAME, email, taxId: "DE-ZACH" });
    await house.call("people.add_my_email", { email: "zacharias@elsewhere.example" }, actor);
    await house.call("people.set_my_consent", { purpose: "news", granted: true }, actor);
    const exported = await house.call("staff.export_personal_data", {}, actor);
    const tables = exported.tables.filter(({ rows: found }) => found.length > 0).map(({ table }) => table);
    for (const table of [
      "auth.person",
      "people.account",
      "people.membership",
      "people.email_address",
      "people.consent",
    ])
      assert.ok(tables.includes(table), table);
    assert.ok((await tablesWith(NAME)).length > 1);
    const { requestId } = await house.call(
      "people.request_my_erasure",
      { note: `${NAME} wants to go` },
      actor,
    );
    await house.call("people.decide_erasure", { requestId, decision: "erased" });
    assert.deepEqual(await tablesWith("DE-ZACH"), []);
    assert.deepEqual(await tablesWith("zacharias@elsewhere"), []);
    assert.deepEqual(await tablesWith(NAME), ["kernel.mail"]);
    assert.deepEqual(await tablesWith(email), ["kernel.mail"]);
    const account = await house.call("people.get_account", { accountId });
    assert.deepEqual(
      [account.name, account.city, account.country, account.members],
      ["Former customer", "", "DE", 0],
    );
    const person = await house.call("people.get_person", { personId: id });
    assert.deepEqual(
      [person.name, person.isActive, person.erasureRequests[0]?.status],
      ["Former person", false, "erased"],
    );
  });

  it("leaves an organisation to those who are left", async () => {
    const anna = await createCustomer(house, { organisation: "Ahrens GmbH", name: "Anna" });
    const berta = await createCustomer(house, { name: "Berta" });
    await asHouse(house, ({ tx, now }) =>
      addMember(tx, { accountId: anna.accountId, personId: berta.personId, role: "member", now }),
    );
    const erase = () => house.call("people.erase_person", { personId: anna.personId });
    await assert.rejects(erase(), { code: "people.last_owner" });
    await house.call("people.change_member", {
      accountId: anna.accountId,
      personId: berta.personId,
      role: "owner",
    });
    await erase();
    const account = await house.call("people.get_account", { accountId: anna.accountId });
    assert.deepEqual([account.name, account.members], ["Ahrens GmbH", 1]);
  });

  it("waits until what runs has ended, spares staff, and is for owner and admin", async () => {
    const { personId: id, accountId } = await createCustomer(house);
    await recordCustomer(untold(db()), {
      accountId,
      sourceKind: "subscription",
      sourceId: newId(),
      fromAt: house.clock.now(),
    });
    await assert.rejects(house.call("people.erase_person", { personId: id }), {
      code: "people.still_subscribed",
    });
    await assert.rejects(house.call("people.erase_person", { personId: personId(house, "viewer") }), {
      code: "people.is_staff",
    });
    await assert.rejects(house.call("people.erase_person", { personId: id }, "support"), {
      code: "access.forbidden",
    });
  });

  it("says why not, when it cannot be", async () => {
    const { actor, email } = await createCustomer(house);
    const { requestId } = await house.call("people.request_my_erasure", {}, actor);
    const answer = "An invoice is open. Pay it first, then ask again.";
    await house.call("people.decide_erasure", { requestId, decision: "refused", answer });
    const { items } = await house.call("people.list_my_erasure_requests", {}, actor);
    assert.deepEqual(
      items.map((one) => [one.status, one.answer]),
      [["refused", answer]],
    );
    const mails = await rows<{ text: string }>(
      db(),
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'erasure_decided'`,
    );
    assert.match(mails[0]?.text ?? "", /An invoice is open/);
  });
});
