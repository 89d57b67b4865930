import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { treatSale } from "#modules/billing/tax/treat-sale.ts";
import { startVies, type ViesDouble } from "#test/doubles/vies.ts";
import { insertInvoice } from "#test/factories/tax-invoice.ts";
import { openTestApp, START, type TestApp } from "#test/harness.ts";

const NUMBER = "FR40303265045";
const typed = { taxId: "FR 40 303265045", country: "FR" };

describe("tax ids", () => {
  let house: TestApp;
  let vies: ViesDouble;
  before(async () => {
    vies = await startVies();
    house = await openTestApp();
  });
  after(async () => {
    await house.close();
    await vies.close();
  });
  afterEach(async () => {
    house.clock.set(Temporal.Instant.from(START));
    vies.asked.length = 0;
    vies.answers.clear();
    await house.app.database.db.execute(sql`DELETE FROM billing.tax_id_check`);
    await house.app.database.db.execute(sql`DELETE FROM billing.tax_id_inquiry`);
  });

  const sellFrom = (settings: Partial<SellerSettings> = {}) =>
    house.call(
      "billing.update_seller",
      SellerSettings.parse({
        country: "DE",
        taxIds: { DE: "DE136695976" },
        oss: true,
        viesEnabled: true,
        viesUrl: vies.url,
        ...settings,
      }),
    );
  const toFrance = async () => {
    const { db } = house.app.database;
    const sale = {
      seller: await readSeller(db),
      buyer: { country: "FR", taxId: typed.taxId },
      categories: ["digital_service"],
      on: house.clock.now().toString().slice(0, 10),
    };
    const { treatmentOf, evidence } = await treatSale(db, sale);
    return { code: treatmentOf("digital_service").code, taxId: evidence.taxId, flags: evidence.flags };
  };

  it("move tax to the customer once the register confirms them, with the proof kept", async () => {
    await sellFrom();
    vies.answers.set(NUMBER, "valid");
    const asked = await house.call("billing.check_tax_id", typed);
    assert.deepEqual([asked.status, asked.isWaiting], ["format_only", true]);
    assert.equal((await toFrance()).code, "S");
    await house.runJob("billing.check_tax_ids");
    const sold = await toFrance();
    assert.equal(sold.code, "AE");
    assert.deepEqual([sold.taxId?.status, sold.taxId?.consultation], ["valid", "WAPIAAAAYx1234"]);
    assert.deepEqual(sold.flags, []);
    const known = await house.call("billing.check_tax_id", typed);
    assert.deepEqual([known.status, known.isWaiting], ["valid", false]);
  });

  it("are asked for once, whoever asks at the same time, and by one worker", async () => {
    await sellFrom();
    vies.answers.set(NUMBER, "valid");
    await Promise.all(Array.from({ length: 20 }, () => house.call("billing.check_tax_id", typed)));
    await Promise.all(Array.from({ length: 8 }, () => house.runJob("billing.check_tax_ids")));
    assert.equal(vies.asked.length, 1);
    assert.equal((await house.call("billing.list_tax_id_checks", { text: "303265" })).items.length, 1);
  });

  it("charge tax while the register is down, and are asked for again with patience", async () => {
    await sellFrom();
    vies.answers.set(NUMBER, "MS_UNAVAILABLE");
    await house.call("billing.check_tax_id", typed);
    await house.runJob("billing.check_tax_ids");
    const down = await toFrance();
    assert.deepEqual(
      [down.code, down.taxId?.status, down.flags],
      ["S", "unavailable", ["tax_id_unconfirmed"]],
    );
    house.clock.advance({ minutes: 4 });
    await house.runJob("billing.check_tax_ids");
    assert.equal(vies.asked.length, 1, "not before five minutes are over");
    house.clock.advance({ minutes: 2 });
    vies.answers.set(NUMBER, "valid");
    await house.runJob("billing.check_tax_ids");
    assert.equal((await toFrance()).code, "AE");
  });

  it("may be trusted without confirmation where the company decided so", async () => {
    await sellFrom({ unconfirmedTaxId: "reverse_charge" });
    assert.equal((await toFrance()).code, "AE");
    await sellFrom();
    assert.equal((await toFrance()).code, "S");
  });

  it("go nowhere when the register is switched off, in a sandbox, or when they cannot be any", async () => {
    await sellFrom({ viesEnabled: false });
    assert.equal((await house.call("billing.check_tax_id", typed)).isWaiting, false);
    await sellFrom();
    for (const [taxId, country] of [
      ["FR40303265046", "FR"],
      ["GB980780684", "GB"],
      ["12-3456789", "US"],
    ] as const)
      assert.equal((await house.call("billing.check_tax_id", { taxId, country })).isWaiting, false);
    await house.runJob("billing.check_tax_ids");
    const sandbox = await openTestApp({ env: { CAIRN_SANDBOX: "1" } });
    try {
      await sandbox.call(
        "billing.update_seller",
        SellerSettings.parse({ viesEnabled: true, viesUrl: vies.url }),
      );
      await sandbox.call("billing.check_tax_id", typed);
      await sandbox.runJob("billing.check_tax_ids");
    } finally {
      await sandbox.close();
    }
    assert.equal(vies.asked.length, 0);
  });

  it("keep the register busy for nobody who types in thousands", async () => {
    await sellFrom();
    await house.app.database.db.execute(
      sql`INSERT INTO billing.tax_id_inquiry (number, country, requested_at, next_at)
          SELECT 'FR' || n, 'FR', now(), '2100-01-01' FROM generate_series(1, 200) AS n`,
    );
    assert.equal((await house.call("billing.check_tax_id", typed)).isWaiting, false);
  });

  it("can be confirmed by a person with a proof, and go stale after a year", async () => {
    await sellFrom({ viesEnabled: false });
    await assert.rejects(
      house.call("billing.confirm_tax_id", { ...typed, taxId: "FR1", isValid: true, proof: "letter" }),
      { code: "billing.tax_id_malformed" },
    );
    await assert.rejects(
      house.call("billing.confirm_tax_id", { ...typed, isValid: true, proof: "letter" }, "support"),
      { kind: "forbidden" },
    );
    await house.call(
      "billing.confirm_tax_id",
      { ...typed, isValid: true, proof: "Confirmation 4711" },
      "finance",
    );
    assert.deepEqual((await toFrance()).taxId?.consultation, "Confirmation 4711");
    assert.equal((await toFrance()).code, "AE");
    house.clock.advance({ days: 366 });
    assert.deepEqual([(await toFrance()).code, (await toFrance()).taxId?.status], ["S", "format_only"]);
  });

  it("tell a stranger no more than whether a number can be one", async () => {
    await sellFrom({ viesEnabled: false });
    await house.call("billing.confirm_tax_id", { ...typed, isValid: true, proof: "Confirmation 4711" });
    const seen = await house.call("billing.read_tax_id", typed, { kind: "anonymous" });
    assert.deepEqual(seen, { number: NUMBER, country: "FR", isWellFormed: true });
    assert.deepEqual(await rows(house.app.database.db, sql`SELECT 1 FROM billing.tax_id_inquiry`), []);
  });

  it("of the last months' invoices are looked up again every month", async () => {
    await sellFrom();
    const { db } = house.app.database;
    const taxId = { number: NUMBER, country: "FR", status: "valid" };
    await insertInvoice(db, { issuedOn: "2027-01-02", evidence: { taxId } });
    await insertInvoice(db, { issuedOn: "2027-01-03", evidence: { taxId } });
    await house.runJob("billing.renew_tax_id_checks");
    await house.runJob("billing.renew_tax_id_checks");
    const waiting = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM billing.tax_id_inquiry`,
    );
    assert.equal(waiting?.n, 1);
  });
});
