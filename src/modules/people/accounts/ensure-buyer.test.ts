import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { systemActor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { type Buyer, ensureBuyer, getAccount } from "#modules/people/index.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const ANNA = {
  email: "Anna@Example.com",
  name: "Anna Ahrens",
  country: "DE",
  city: "Kiel",
  line1: "Holtenauer Straße 1",
  postcode: "24105",
  currency: "EUR",
  locale: "de-DE",
  zone: "Europe/Berlin",
};

describe("who buys", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const buy = (buyer: Buyer) =>
    house.app.database.db.transaction((tx) => {
      const context = commandContext(
        house.app,
        tx,
        { actor: systemActor("test"), requestId: newId(), now: house.clock.now() },
        undefined,
      );
      return ensureBuyer(context, buyer);
    });
  const peopleOf = (email: string) =>
    rows<{ id: string; email_verified: boolean; role: string | null }>(
      house.app.database.db,
      sql`SELECT id, email_verified, role FROM auth.person WHERE email = ${email}`,
    );

  it("is a new person with an account of their own", async () => {
    const { personId, accountId, isNew } = await buy(ANNA);
    assert.equal(isNew, true);
    assert.deepEqual(await peopleOf("anna@example.com"), [
      { id: personId, email_verified: false, role: null },
    ]);
    const { kind, name, email, city, taxId } = await getAccount(house.app.database.db, accountId);
    assert.deepEqual(
      { kind, name, email, city, taxId },
      { kind: "individual", name: "Anna Ahrens", email: "anna@example.com", city: "Kiel", taxId: null },
    );
    assert.deepEqual(await house.app.registry.membershipsOf(house.app.database.db, personId), [
      { accountId, role: "owner" },
    ]);
  });

  it("is an organisation when one is named", async () => {
    const bought = await buy({ ...ANNA, email: "b@example.com", organisation: "Bär GmbH", taxId: "DE1" });
    const { kind, name, taxId } = await getAccount(house.app.database.db, bought.accountId);
    assert.deepEqual({ kind, name, taxId }, { kind: "organisation", name: "Bär GmbH", taxId: "DE1" });
  });

  it("is the same again by the address, and what is stored stays as it is", async () => {
    const first = await buy({ ...ANNA, email: "carl@example.com" });
    const again = await buy({ ...ANNA, email: "CARL@example.com ", name: "Mallory", city: "Elsewhere" });
    assert.deepEqual(again, { ...first, isNew: false });
    const { name, city } = await getAccount(house.app.database.db, first.accountId);
    assert.deepEqual({ name, city }, { name: "Anna Ahrens", city: "Kiel" });
  });

  it("is known by a further address once it is proved, and not before", async () => {
    const { personId } = await buy({ ...ANNA, email: "dora@example.com" });
    await house.app.database.db.execute(
      sql`INSERT INTO people.email_address (id, person_id, email, added_at)
          VALUES (${newId()}, ${personId}, 'dora@work.example', now())`,
    );
    const stranger = await buy({ ...ANNA, email: "dora@work.example" });
    assert.notEqual(stranger.personId, personId);
    await house.app.database.db.execute(
      sql`UPDATE people.email_address SET email = 'dora@home.example', verified_at = now()
          WHERE person_id = ${personId}`,
    );
    assert.equal((await buy({ ...ANNA, email: "dora@home.example" })).personId, personId);
  });

  it("is one person with one account when twenty come at once", async () => {
    const bought = await Promise.all(
      Array.from({ length: 20 }, () => buy({ ...ANNA, email: "emil@example.com" })),
    );
    assert.equal(new Set(bought.map(({ personId }) => personId)).size, 1);
    assert.equal(new Set(bought.map(({ accountId }) => accountId)).size, 1);
    assert.equal(bought.filter(({ isNew }) => isNew).length, 1);
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(
      house.app.database.db,
      sql`SELECT count(*)::int AS n FROM people.membership WHERE person_id = ${bought[0]?.personId}`,
    );
    assert.equal(n, 1);
  });

  it("is who is signed in, whatever address they type", async () => {
    const { personId, accountId } = await buy({ ...ANNA, email: "fritz@example.com" });
    const bought = await buy({ ...ANNA, signedInPersonId: personId });
    assert.deepEqual(bought, { personId, accountId, isNew: false });
  });

  it("buys for an account only as its owner, admin or for its bills", async () => {
    const { accountId } = await buy({ ...ANNA, email: "org@example.com", organisation: "Org" });
    const { personId } = await buy({ ...ANNA, email: "gerda@example.com" });
    const asWhat = async (role: string) => {
      await house.app.database.db.execute(
        sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
            VALUES (${newId()}, ${accountId}, ${personId}, ${role}, now())
            ON CONFLICT (account_id, person_id) WHERE until_at IS NULL DO UPDATE SET role = excluded.role`,
      );
      return buy({ ...ANNA, signedInPersonId: personId, accountId });
    };
    for (const role of ["owner", "admin", "billing"])
      assert.equal((await asWhat(role)).accountId, accountId, role);
    await assert.rejects(asWhat("member"), { code: "people.account_not_yours" });
    await assert.rejects(buy({ ...ANNA, signedInPersonId: personId, accountId: newId() }), {
      code: "people.account_not_yours",
    });
  });
});
