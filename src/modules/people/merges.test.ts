import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { recordCustomer } from "#modules/people/index.ts";
import { addMember } from "#modules/people/memberships/add-member.ts";
import { asHouse, createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import { createPeople } from "#test/factories/people.ts";
import { untold } from "#test/factories/untold.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("merging customers", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
  });
  after(() => house.close());

  const db = () => house.app.database.db;
  const merge = (kind: "account" | "person", keptId: string, mergedId: string) =>
    house.call("people.merge", { kind, keptId, mergedId }, "support");
  const preview = (kind: "account" | "person", keptId: string, mergedId: string) =>
    house.call("people.preview_merge", { kind, keptId, mergedId }, "support");
  const join = (accountId: string, personId: string, role: "owner" | "member") =>
    asHouse(house, ({ tx, now }) => addMember(tx, { accountId, personId, role, now }));

  /** Every row of people's and billing's tables, without when an account was last touched. */
  async function everything(): Promise<unknown> {
    const tables = await rows<{ name: string }>(
      db(),
      sql`SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname IN ('people', 'billing', 'auth') AND c.relkind = 'r'
            AND c.relname NOT IN ('merge', 'merge_move') ORDER BY 1`,
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await rows<{ all: unknown }>(
        db(),
        sql`SELECT jsonb_agg(row ORDER BY row) AS all FROM
              (SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM ${sql.raw(name)} t) AS rows`,
      );
      all[name] = row?.all;
    }
    return all;
  }

  /** An open invoice with a line, as issued. */
  async function addInvoice({ accountId }: TestCustomer): Promise<string> {
    const invoiceId = newId();
    await db().execute(
      sql`INSERT INTO billing.invoice_series (key, prefix) VALUES ('merge', 'M-') ON CONFLICT DO NOTHING`,
    );
    await db().execute(
      sql`INSERT INTO billing.invoice (id, account_id, kind, source_key, source_kind, status, currency, net_minor, tax_minor,
            total_minor, locale, seller, customer, created_at)
          VALUES (${invoiceId}, ${accountId}, 'invoice', ${invoiceId}, 'manual', 'draft', 'EUR', 100, 0, 100, 'de',
            '{}', '{"name": "As it was"}', now())`,
    );
    await db().execute(
      sql`INSERT INTO billing.invoice_line (invoice_id, account_id, position, description, quantity, discount_minor,
            net_minor, tax_minor, tax_jurisdiction, tax_code, tax_rate_ppm, revenue, tax_category)
          VALUES (${invoiceId}, ${accountId}, 1, 'A line', 1, 0, 100, 0, 'DE', 'Z', 0, 'service', 'digital_service')`,
    );
    await db().execute(
      sql`UPDATE billing.invoice SET status = 'open', series = 'merge',
            number = (SELECT coalesce(max(number), 0) + 1 FROM billing.invoice), issued_at = now()
          WHERE id = ${invoiceId}`,
    );
    return invoiceId;
  }

  it("moves everything of the other account, issued invoices too, whose words stay; undone, all is as it was", async () => {
    const [kept, merged, guest] = [
      await createCustomer(house, { name: "Kept" }),
      await createCustomer(house, { name: "Merged" }),
      await createCustomer(house, { name: "Guest" }),
    ];
    await join(kept.accountId, guest.personId, "member");
    await join(merged.accountId, guest.personId, "owner");
    await recordCustomer(untold(db()), {
      accountId: merged.accountId,
      sourceKind: "purchase",
      sourceId: newId(),
      fromAt: house.clock.now(),
    });
    const invoiceId = await addInvoice(merged);
    const earlier = await everything();
    const shown = await preview("account", kept.accountId, merged.accountId);
    assert.deepEqual(await everything(), earlier, "a preview leaves nothing");
    assert.deepEqual(
      [shown.kept.name, shown.merged.name, shown.merged.detail],
      ["Kept", "Merged", "24105 Kiel DE"],
    );
    assert.deepEqual(
      shown.tables.filter(({ table }) => table !== "people.account"),
      [
        { table: "billing.invoice", moves: 1, stays: 0 },
        { table: "billing.invoice_line", moves: 1, stays: 0 },
        { table: "people.membership", moves: 1, stays: 1 },
        { table: "people.standing", moves: 1, stays: 0 },
      ],
    );
    const { mergeId, rows: moved } = await merge("account", kept.accountId, merged.accountId);
    assert.equal(moved, 4);
    const invoice = await firstRow(
      db(),
      sql`SELECT account_id, customer FROM billing.invoice WHERE id = ${invoiceId}`,
    );
    assert.deepEqual(invoice, { account_id: kept.accountId, customer: { name: "As it was" } });
    const mine = await house.call("people.get_my_accounts", {}, merged.actor);
    assert.deepEqual(
      mine.items.map(({ accountId, role }) => ({ accountId, role })),
      [{ accountId: kept.accountId, role: "owner" }],
    );
    const page = await house.call("people.get_account", { accountId: merged.accountId });
    assert.deepEqual(page.mergedInto, { accountId: kept.accountId, name: "Kept" });
    const told = await house.call("people.list_account_events", { accountId: kept.accountId });
    assert.equal(told.items[0]?.text, "Another customer was merged into this one");
    // The merged account's own history reads on the kept one's page.
    assert.equal(told.items.filter(({ text }) => text.startsWith("The account was opened")).length, 2);
    await house.call("people.undo_merge", { mergeId }, "support");
    assert.deepEqual(await everything(), earlier);
  });

  it("leaves with the kept account what came after", async () => {
    const [kept, merged] = [await createCustomer(house), await createCustomer(house)];
    const { mergeId } = await merge("account", kept.accountId, merged.accountId);
    const sourceId = newId();
    await recordCustomer(untold(db()), {
      accountId: kept.accountId,
      sourceKind: "purchase",
      sourceId,
      fromAt: house.clock.now(),
    });
    await house.call("people.undo_merge", { mergeId });
    const row = await firstRow(
      db(),
      sql`SELECT account_id FROM people.standing WHERE source_id = ${sourceId}`,
    );
    assert.deepEqual(row, { account_id: kept.accountId });
    await assert.rejects(house.call("people.undo_merge", { mergeId }), { code: "people.merge_unknown" });
  });

  it("leaves one default way to pay and one name at the provider", async () => {
    const [kept, merged] = [await createCustomer(house), await createCustomer(house)];
    for (const { accountId } of [kept, merged]) {
      await db().execute(
        sql`INSERT INTO billing.payment_method (id, account_id, provider, provider_ref, label, is_default, created_at)
            VALUES (${newId()}, ${accountId}, 'sandbox', ${newId()}, 'Card', true, now())`,
      );
      await db().execute(
        sql`INSERT INTO billing.provider_customer (account_id, provider, ref, created_at)
            VALUES (${accountId}, 'stripe', ${newId()}, now())`,
      );
    }
    const earlier = await everything();
    const { mergeId } = await merge("account", kept.accountId, merged.accountId);
    const defaults = await rows<{ is_default: boolean }>(
      db(),
      sql`SELECT is_default FROM billing.payment_method WHERE account_id = ${kept.accountId} ORDER BY is_default`,
    );
    assert.deepEqual(defaults, [{ is_default: false }, { is_default: true }]);
    const names = await rows(
      db(),
      sql`SELECT 1 FROM billing.provider_customer WHERE account_id = ${kept.accountId}`,
    );
    assert.equal(names.length, 1);
    await house.call("people.undo_merge", { mergeId });
    assert.deepEqual(await everything(), earlier);
  });

  it("does not change an issued invoice outside of a merge", async () => {
    const [one, other] = [await createCustomer(house), await createCustomer(house)];
    const invoiceId = await addInvoice(one);
    await assert.rejects(
      db().execute(sql`UPDATE billing.invoice SET account_id = ${other.accountId} WHERE id = ${invoiceId}`),
      (error: Error) => /never changed/.test(String(error.cause)),
    );
  });

  it("is undone from the last to the first", async () => {
    const [a, b, c] = [await createCustomer(house), await createCustomer(house), await createCustomer(house)];
    const first = await merge("account", b.accountId, a.accountId);
    const second = await merge("account", c.accountId, b.accountId);
    await assert.rejects(merge("account", c.accountId, a.accountId), { code: "people.account_merged" });
    await assert.rejects(house.call("people.undo_merge", { mergeId: first.mergeId }), {
      code: "people.merge_covered",
    });
    await house.call("people.undo_merge", { mergeId: second.mergeId });
    await house.call("people.undo_merge", { mergeId: first.mergeId });
    for (const { actor, accountId } of [a, b, c])
      assert.equal((await house.call("people.get_my_accounts", {}, actor)).items[0]?.accountId, accountId);
  });

  it("refuses what both have and only one may have, and says which table", async () => {
    const [kept, merged] = [await createCustomer(house), await createCustomer(house)];
    for (const { accountId } of [kept, merged])
      await db().execute(
        sql`INSERT INTO billing.usage_total (account_id, meter, period_starts_on, period_ends_on, zone, used,
              events, updated_at)
            VALUES (${accountId}, 'documents', '2027-01-01', '2027-02-01', 'UTC', 1, 1, now())`,
      );
    await assert.rejects(merge("account", kept.accountId, merged.accountId), { code: "people.merge_clash" });
  });

  it("happens once when it is asked for twenty times at once", async () => {
    const [kept, merged] = [await createCustomer(house), await createCustomer(house)];
    const done = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? merge("account", kept.accountId, merged.accountId)
          : merge("account", merged.accountId, kept.accountId),
      ),
    );
    assert.equal(done.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("makes one person of two, who is known by both addresses; undone, both sign in again", async () => {
    const [kept, merged] = [
      await createCustomer(house, { email: "work@example.com" }),
      await createCustomer(house, { email: "home@example.com" }),
    ];
    await db().execute(sql`UPDATE auth.person SET email_verified = true WHERE id = ${merged.personId}`);
    await join(kept.accountId, merged.personId, "member");
    await house.call("people.set_my_consent", { purpose: "news", granted: true }, merged.actor);
    const earlier = await everything();
    await preview("person", kept.personId, merged.personId);
    assert.deepEqual(await everything(), earlier);
    const { mergeId } = await merge("person", kept.personId, merged.personId);
    const person = await house.call("people.get_person", { personId: kept.personId });
    assert.deepEqual(
      person.emails.map(({ email, isPrimary, isVerified }) => [email, isPrimary, isVerified]),
      [
        ["work@example.com", true, false],
        ["home@example.com", false, true],
      ],
    );
    assert.deepEqual(
      person.accounts.map(({ accountId, role }) => [accountId, role]),
      [
        [kept.accountId, "owner"],
        [merged.accountId, "owner"],
      ],
    );
    assert.equal(person.consents.items.find(({ purpose }) => purpose === "news")?.granted, true);
    assert.equal((await createCustomer(house, { email: "home@example.com" })).personId, kept.personId);
    await house.call("people.undo_merge", { mergeId });
    assert.deepEqual(await everything(), earlier);
  });

  it("keeps staff, owners of shared accounts and those who were merged from being merged away", async () => {
    const [kept, merged] = [await createCustomer(house), await createCustomer(house)];
    const viewer = house.person("viewer");
    const staffId = viewer.kind === "person" ? viewer.personId : "";
    await assert.rejects(merge("person", kept.personId, staffId), { code: "people.is_staff" });
    await assert.rejects(merge("person", kept.personId, kept.personId), { code: "people.merge_same" });
    await join(merged.accountId, kept.personId, "member");
    await assert.rejects(merge("person", kept.personId, merged.personId), {
      code: "people.merge_loses_owner",
    });
    await merge("person", merged.personId, kept.personId);
    await assert.rejects(merge("person", merged.personId, kept.personId), { code: "people.person_disabled" });
  });
});
