import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { PLAN_ALONE } from "#test/plan-alone.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const shared = await readFile(
  new URL("../../../../../../shared/inputs/implementation-playbook.md", import.meta.url),
);
const file = { fileName: "implementation-playbook.md", content: shared.toString("base64") };

describe("playbook.import_plan", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: PLAN_ALONE });
  });
  after(() => house.close());

  it("asks for a start before the first import", async () => {
    await assert.rejects(house.call("playbook.import_plan", file), { code: "playbook.start_needed" });
  });

  it("brings the real plan in with every part", async () => {
    const imported = await house.call("playbook.import_plan", { ...file, startOn: "2027-01-04" });
    assert.equal(imported.changed, true);
    assert.deepEqual(
      {
        phases: imported.counts.phases,
        workPackages: imported.counts.workPackages,
        deliverables: imported.counts.deliverables,
      },
      { phases: 3, workPackages: 24, deliverables: 120 },
    );
    const status = await house.call("playbook.get_status", {});
    assert.equal(status.targets.length, 18);
    assert.equal(status.deliverables.total, 120);
    assert.equal(status.gate.criteria.length, 9);
    assert.equal(status.gate.open, false);
  });

  it("changes nothing the second time", async () => {
    const again = await house.call("playbook.import_plan", file);
    assert.equal(again.changed, false);
    assert.deepEqual(again.changes, []);
  });

  it("keeps a gate closed at 99 of 100 customers and opens it at 100", async () => {
    const values: [string, number][] = [
      ["site.posts_published", 20],
      ["site.pages_published", 5],
      ["academy.enrollments", 50],
      ["billing.active_subscribers", 20],
      ["people.customer_retention_rate", 90],
      ["billing.revenue_monthly", 50_000],
      ["team.headcount_active", 5],
      ["people.customers_active", 99],
    ];
    for (const [metric, value] of values)
      await house.call("playbook.report_measurement", { metric, value, source: "test" }, "finance");
    const { gates } = await house.call("playbook.list_gates", {});
    const gateId = gates[0]!.gateId;
    await assert.rejects(house.call("playbook.open_gate", { gateId }), { code: "playbook.gate_closed" });
    await house.call("playbook.report_measurement", {
      metric: "people.customers_active",
      value: 100,
      source: "test",
    });
    await assert.rejects(house.call("playbook.open_gate", { gateId }, "editor"), { kind: "forbidden" });
    const opened = await Promise.allSettled([
      house.call("playbook.open_gate", { gateId }),
      house.call("playbook.open_gate", { gateId }),
    ]);
    assert.equal(opened.filter((one) => one.status === "fulfilled").length, 1);
    assert.equal((await house.call("playbook.get_status", {})).phase?.number, 2);
  });

  it("shows where the company is", async () => {
    const overview = await house.call("playbook.get_overview", {});
    assert.equal(overview.phases.length, 3);
    assert.equal(overview.phase?.number, 2);
    assert.ok(overview.gate && overview.gate.criteria.length > 0);
  });
});

describe("importing a newer file", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: PLAN_ALONE });
    await house.call("playbook.import_plan", { ...file, startOn: "2027-01-04" });
  });
  after(() => house.close());
  const encode = (text: string) => ({ fileName: "plan.md", content: Buffer.from(text).toString("base64") });
  const exported = async () => (await house.call("playbook.export_plan", { format: "md" })).text;

  it("exports what imports to the same plan", async () => {
    const earlier = await house.call("playbook.export_plan", { format: "json" });
    const again = await house.call("playbook.import_plan", encode(await exported()));
    assert.deepEqual(again.changes, []);
    const later = await house.call("playbook.export_plan", { format: "json" });
    const shape = (text: string) =>
      JSON.parse(text).nodes.map(({ kind, path, text: words, parent }: Record<string, string>) => ({
        kind,
        path,
        words,
        parent,
      }));
    assert.deepEqual(shape(later.text), shape(earlier.text));
  });

  it("takes one edited line as one change and keeps what was known", async () => {
    await house.call("playbook.report_measurement", {
      metric: "site.posts_published",
      value: 7,
      source: "test",
    });
    const known = await house.call("playbook.get_status", {});
    const text = (await exported()).replace("20+ posts", "25+ posts");
    const preview = await house.call("playbook.preview_import", encode(text));
    const imported = await house.call("playbook.import_plan", encode(text));
    assert.equal(imported.changes.length, 1);
    assert.deepEqual(preview.changes, imported.changes);
    assert.equal(imported.changes[0]?.change, "changed");
    const target = (await house.call("playbook.get_status", {})).targets.find(
      ({ metric }) => metric === "site.posts_published",
    );
    assert.equal(target?.min, 25);
    assert.equal(target?.value, 7);
    assert.equal(
      target?.nodeId,
      known.targets.find(({ metric }) => metric === "site.posts_published")?.nodeId,
    );
  });

  it("marks what is gone as removed and brings the new in", async () => {
    const text = await exported();
    const line = text
      .split("\n")
      .find((one) => one.startsWith("- ") && one.includes("Core team hiring and onboarding"));
    assert.ok(line);
    const imported = await house.call(
      "playbook.import_plan",
      encode(text.replace(line, "- A house rule for remote work")),
    );
    assert.ok(imported.changes.length >= 1 && imported.changes.length <= 2, JSON.stringify(imported.changes));
    assert.equal((await house.call("playbook.get_status", {})).deliverables.total, 120);
  });

  it("takes a file with NUL and half characters in it, and keeps what can be kept", async () => {
    const text = (await exported()).replace("# ", "# Nul\0 \ud800 ");
    await house.call("playbook.import_plan", encode(text));
    assert.match((await house.call("playbook.find_plan", {})).title ?? "", /^Nul\ufffd \ufffd /);
  });
});
