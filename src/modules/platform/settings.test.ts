import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { companySettingsSchema } from "#kernel/company.ts";
import { sql } from "#kernel/db/sql.ts";
import { rows } from "#kernel/db/sql.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("settings", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const company = async () =>
    (await house.call("platform.get_settings", {}, "viewer")).groups.find(({ key }) => key === "company");

  it("show their defaults until somebody sets them", async () => {
    const group = await company();
    assert.deepEqual(group?.value, companySettingsSchema.parse({}));
    assert.equal(group?.updatedAt, null);
    assert.match(JSON.stringify(group?.schema), /"properties":/);
  });

  it("change one field, are seen at once, and move the schedules", async () => {
    assert.equal((await house.app.services.company()).zone, "UTC");
    await house.app.queue.schedule("platform.seal_audit", "* * * * *", {}, { tz: "UTC" });
    await house.call("platform.update_settings", { key: "company", value: { zone: "Europe/Madrid" } });
    assert.equal((await house.app.services.company()).zone, "Europe/Madrid");
    assert.equal((await company())?.value.name, "Your company");
    const schedules = sql`SELECT DISTINCT timezone FROM pgboss.schedule`;
    assert.deepEqual(await rows(house.app.database.db, schedules), [{ timezone: "Europe/Madrid" }]);
  });

  it("are refused with the field that is wrong, and then nothing changes", async () => {
    await assert.rejects(
      house.call("platform.update_settings", {
        key: "company",
        value: { zone: "Mars/Base", currency: "EUR" },
      }),
      (error: { code: string; detail: { issues: { path: string }[] } }) => {
        assert.equal(error.code, "platform.settings_invalid");
        assert.deepEqual(
          error.detail.issues.map(({ path }) => path),
          ["zone"],
        );
        return true;
      },
    );
    assert.equal((await company())?.value.currency, "USD");
    await assert.rejects(house.call("platform.update_settings", { key: "nobody", value: {} }), {
      code: "platform.settings_unknown",
    });
  });

  it("keep both of two changes made at once", async () => {
    await Promise.all([
      house.call("platform.update_settings", { key: "company", value: { name: "Stone & Co" } }),
      house.call("platform.update_settings", { key: "company", value: { currency: "EUR" } }),
    ]);
    const { name, currency } = await house.app.services.company();
    assert.deepEqual([name, currency], ["Stone & Co", "EUR"]);
  });

  it("are changed by owner and admin alone", async () => {
    for (const role of ["editor", "support", "finance", "viewer"] as const)
      await assert.rejects(house.call("platform.update_settings", { key: "company", value: {} }, role), {
        kind: "forbidden",
      });
  });
});
