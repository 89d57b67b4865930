import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const HEADINGS = "External id,Kind,Name,E-mail,Tax id,Country,Postcode,City,Street,Currency,Favourite colour";

describe("bringing customers in", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
  });
  after(() => house.close());

  const db = () => house.app.database.db;
  async function upload(text: string | Uint8Array, by: "support" | "viewer" = "support"): Promise<string> {
    const { fileId } = await saveFile(db(), house.app.services.files, {
      content: Readable.from([Buffer.from(text)]),
      name: "customers.csv",
      mediaType: "text/csv",
      maxBytes: 20_000_000,
      now: house.clock.now(),
      createdBy: personId(house, by),
    });
    return fileId;
  }
  const check = async (text: string | Uint8Array) =>
    house.call("people.check_import", { fileId: await upload(text), currency: "EUR" }, "support");
  async function bringIn(text: string) {
    const { importId } = await check(text);
    await house.call("people.start_import", { importId }, "support");
    await house.runJob("people.run_import", { importId });
    return house.call("people.get_import", { importId }, "support");
  }
  const counts = ({ rows, opened, changed, unchanged, errorCount }: Record<string, unknown>) => ({
    rows,
    opened,
    changed,
    unchanged,
    errorCount,
  });
  const customers = async () =>
    (await firstRow<{ n: number }>(db(), sql`SELECT count(*)::int AS n FROM people.account`))?.n ?? 0;

  it("says first what it would do, names each fault with its line, and touches nobody", async () => {
    await createCustomer(house, { email: "known@example.com", name: "Known One" });
    const earlier = await customers();
    const looked = await check(
      [
        HEADINGS,
        "A1,company,Ärzte & Söhne GmbH,buero@aerzte.example,DE 136 695 976,de,20095,Hamburg,Speicherstraße 1,,red",
        "A2,,شركة الأمل للتجارة,amal@example.com,,AE,,دبي,,AED,",
        ',,"Known',
        'One",known@example.com,,DE,,Lübeck,,,',
        "A3,,,nobody@example.com,,Germany,,,,,",
        "A1,,Twice,twice@example.com,,DE,,,,,",
        ",,Nameless Address,,,DE,,,,,",
        ",,Wrong,not an address,,DE,,,,,",
      ].join("\n"),
    );
    assert.deepEqual(counts(looked), { rows: 3, opened: 2, changed: 1, unchanged: 0, errorCount: 5 });
    assert.deepEqual(looked.ignored, ["Favourite colour"]);
    assert.deepEqual(looked.errors, [
      { line: 6, column: "Country", message: "must be a two-letter country code, such as DE" },
      { line: 6, column: "Name", message: "must be filled in" },
      { line: 7, column: "", message: "is the same customer as line 2" },
      { line: 8, column: "E-mail", message: "needs an e-mail address or an id to be known by" },
      { line: 9, column: "E-mail", message: "must be an e-mail address" },
    ]);
    assert.equal(await customers(), earlier);
  });

  it("opens, changes what differs, and the same file again changes nothing", async () => {
    const rowsOf = (city: string) =>
      [
        HEADINGS,
        `B1,organisation,Bär AG,baer@example.com,CHE-1,CH,8001,${city},Gasse 1,CHF,`,
        `,,Berta,berta@example.com,,DE,,${city},,,`,
      ].join("\r\n");
    assert.deepEqual(counts(await bringIn(rowsOf("Zürich"))), {
      rows: 2,
      opened: 2,
      changed: 0,
      unchanged: 0,
      errorCount: 0,
    });
    assert.deepEqual(counts(await bringIn(rowsOf("Zürich"))), {
      rows: 2,
      opened: 0,
      changed: 0,
      unchanged: 2,
      errorCount: 0,
    });
    assert.equal((await bringIn(rowsOf("Basel"))).changed, 2);
    const { items } = await house.call("people.list_accounts", { text: "baer@example.com" });
    assert.deepEqual(
      items.map(({ name, kind, city, currency, externalId, taxId }) => [
        name,
        kind,
        city,
        currency,
        externalId,
        taxId,
      ]),
      [["Bär AG", "organisation", "Basel", "CHF", "B1", "CHE-1"]],
    );
    const [berta] = (await house.call("people.list_accounts", { text: "berta@example.com" })).items;
    assert.deepEqual(
      [berta?.currency, berta?.kind, berta?.email],
      ["EUR", "individual", "berta@example.com"],
    );
  });

  it("leaves what the file leaves empty", async () => {
    const { accountId } = await createCustomer(house, { email: "full@example.com", taxId: "DE9" });
    await bringIn("Name;E-Mail;Steuer;PLZ\nFull;full@example.com;;\n");
    const account = await house.call("people.get_account", { accountId });
    assert.deepEqual([account.name, account.taxId, account.postcode], ["Full", "DE9", "24105"]);
  });

  it("reads what spreadsheets write: semicolons, older Windows, our own guard against formulas", async () => {
    const windows = Buffer.from("Name;E-Mail\nJ\u00fcrgen Gro\u00df;juergen@example.com\n", "latin1");
    const { importId } = await check(windows);
    await house.call("people.start_import", { importId }, "support");
    await house.runJob("people.run_import", { importId });
    await bringIn("Name,E-mail\n'+Plus GmbH,plus@example.com\n");
    const names = await Promise.all(
      ["juergen@example.com", "plus@example.com"].map(
        async (text) => (await house.call("people.list_accounts", { text })).items[0]?.name,
      ),
    );
    assert.deepEqual(names, ["Jürgen Groß", "+Plus GmbH"]);
  });

  it("follows a customer who was merged into another", async () => {
    await bringIn("Name,External id\nGone,M1\nKept,M2\n");
    const find = async (text: string) =>
      (await house.call("people.list_accounts", { text })).items[0]!.accountId;
    const [gone, kept] = [await find("M1"), await find("M2")];
    await house.call("people.merge", { kind: "account", keptId: kept, mergedId: gone });
    assert.deepEqual(counts(await bringIn("Name,External id,City\nKept,M1,Kiel\n")), {
      rows: 1,
      opened: 0,
      changed: 1,
      unchanged: 0,
      errorCount: 0,
    });
    assert.equal((await house.call("people.get_account", { accountId: kept })).city, "Kiel");
  });

  it("goes on where it was cut off, some rows a transaction, and two workers at once do it once", async () => {
    const many = Array.from({ length: 1200 }, (_, n) => `Many ${n},many${n}@example.com`).join("\n");
    const { importId } = await check(`Name,E-mail\n${many}\n`);
    await house.call("people.start_import", { importId }, "support");
    await house.call("people.import_chunk", { importId });
    const half = await house.call("people.get_import", { importId }, "support");
    assert.deepEqual([half.status, half.position], ["running", 500]);
    await Promise.all([
      house.runJob("people.run_import", { importId }),
      house.runJob("people.run_import", { importId }),
    ]);
    const whole = await house.call("people.get_import", { importId }, "support");
    assert.deepEqual([whole.status, whole.position, whole.opened], ["done", 1200, 1200]);
    const opened = await house.call("people.list_accounts", { text: "many", limit: 1 });
    assert.equal(opened.total, 1200);
  });

  it("gives two rows of one address, but other ids, to one person", async () => {
    assert.equal(
      (await bringIn("Name,External id,E-mail\nOne,T1,two@example.com\nTwo,T2,two@example.com\n")).opened,
      2,
    );
    const { items } = await house.call("people.list_accounts", { text: "two@example.com", sort: "name" });
    const people = await Promise.all(
      items.map(
        async ({ accountId }) =>
          (await house.call("people.list_members", { accountId })).members[0]?.personId,
      ),
    );
    assert.deepEqual([items.map(({ name }) => name), new Set(people).size], [["One", "Two"], 1]);
  });

  it("takes only a file of one's own, runs once, and can be given up before", async () => {
    await assert.rejects(
      house.call(
        "people.check_import",
        { fileId: await upload("Name,E-mail\nX,x@example.com", "viewer") },
        "support",
      ),
      { code: "files.not_found" },
    );
    const { importId } = await check("Name,E-mail\nGiven up,up@example.com");
    await house.call("people.discard_import", { importId }, "support");
    await assert.rejects(house.call("people.start_import", { importId }, "support"), {
      code: "people.import_over",
    });
    for (const text of ["Name", "Colour\nred", '"open'])
      assert.equal((await check(text)).errorCount, 1, text);
  });

  it("forgets files after a month", async () => {
    const fileId = await upload("Name,E-mail\nFile,file@example.com");
    await house.call("people.check_import", { fileId }, "support");
    house.clock.advance({ hours: 31 * 24 });
    await house.runJob("people.forget_imports");
    assert.equal(await firstRow(db(), sql`SELECT 1 FROM kernel.file WHERE id = ${fileId}`), undefined);
  });
});
