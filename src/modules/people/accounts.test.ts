import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { endCustomer, recordCustomer } from "#modules/people/index.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { createPeople } from "#test/factories/people.ts";
import { untold } from "#test/factories/untold.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const FACTS = {
  kind: "organisation",
  name: "Ödön Kft.",
  billingEmail: null,
  taxId: null,
  country: "HU",
  region: "",
  postcode: "",
  city: "",
  line1: "",
  line2: "",
  currency: "HUF",
  locale: "hu-HU",
  zone: "Europe/Budapest",
} as const;

describe("customers as the company sees them", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
    for (const [n, name] of ["Zoë", "anton", "Änne", "Berta", "Anna"].entries()) {
      house.clock.advance({ minutes: 1 });
      await createCustomer(house, {
        name,
        email: `list${n}@example.com`,
        country: n < 2 ? "AT" : "DE",
        organisation: n === 3 ? "Berta AG" : null,
      });
    }
  });
  after(() => house.close());

  const names = async (input: object) => {
    const { items, total } = await house.call("people.list_accounts", { text: "list", ...input }, "viewer");
    return [items.map(({ name }) => name), total];
  };

  it("are listed as people sort, by either end, page by page", async () => {
    assert.deepEqual(await names({}), [["Anna", "Berta AG", "Änne", "anton", "Zoë"], 5]);
    assert.deepEqual(await names({ sort: "name" }), [["Anna", "Änne", "anton", "Berta AG", "Zoë"], 5]);
    for (const sort of ["name", "-name", "createdAt", "-createdAt"] as const) {
      const [whole] = await names({ sort });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await house.call("people.list_accounts", { text: "list", sort, limit: 2, cursor });
        paged.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      assert.deepEqual(paged, whole, sort);
    }
    const foreign = Buffer.from(JSON.stringify(["yesterday", "x"])).toString("base64url");
    for (const cursor of ["nonsense", foreign])
      await assert.rejects(house.call("people.list_accounts", { cursor }), { code: "people.cursor_invalid" });
  });

  it("are found by name, address and numbers, and narrowed by kind, country and standing", async () => {
    assert.deepEqual(await names({ text: "ÄNNE" }), [["Änne"], 1]);
    assert.deepEqual(await names({ kind: "organisation" }), [["Berta AG"], 1]);
    assert.deepEqual(await names({ country: "AT", sort: "name" }), [["anton", "Zoë"], 2]);
    const [anna] = (await house.call("people.list_accounts", { text: "list4@" })).items;
    const sourceId = newId();
    const { db } = house.app.database;
    await recordCustomer(untold(db), {
      accountId: anna!.accountId,
      sourceKind: "purchase",
      sourceId,
      fromAt: house.clock.now(),
    });
    assert.deepEqual(await names({ standing: "customer" }), [["Anna"], 1]);
    house.clock.advance({ hours: 1 });
    await endCustomer(untold(db), { sourceId, untilAt: house.clock.now() });
    assert.deepEqual(await names({ standing: "former" }), [["Anna"], 1]);
    assert.equal((await names({ standing: "none" }))[1], 4);
    const found = await house.call("platform.search", { text: "list4@example" }, "viewer");
    assert.deepEqual(
      found.results.map(({ kind, title, href }) => [kind, title, href]),
      [["Customer", "Anna", `/console/customers/${anna!.accountId}`]],
    );
  });

  it("are added by hand, an id of another system once, and somebody known stays who they are", async () => {
    const add = (externalId: string, ownerEmail?: string) =>
      house.call("people.create_account", { ...FACTS, externalId, ownerEmail }, "support");
    const { accountId } = await add("H1", "odon@example.com");
    const account = await house.call("people.get_account", { accountId });
    assert.deepEqual(
      [account.name, account.email, account.members, account.standing],
      ["Ödön Kft.", "odon@example.com", 1, "none"],
    );
    const added = await Promise.allSettled(Array.from({ length: 20 }, () => add("H2")));
    assert.equal(added.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(add("H1"), { code: "people.external_id_taken" });
    await add("H3", "odon@example.com");
    const found = await house.call("people.list_accounts", { text: "odon@" });
    assert.equal(found.total, 2);
  });
});
