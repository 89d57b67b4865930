import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { PLAN_ALONE } from "#test/plan-alone.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const PLAN = `---
title: Two streets
currency: CAD
start: 2027-02-01
---

# Two streets

## Phase 1: Open (Months 1-3)

### Find the place

Deliverables:

- Lease. Proof: file of the signed lease
- Twenty articles on bread. Proof: ≥ 20 published posts

### Bake

Depends on: Find the place; Nobody knows

Deliverables:

- First loaf

Success metrics:

- 100+ customers and 95%+ retention
- Sales of $20K monthly. Read from: till.sales_monthly

## Risks

| Risk | Probability | Impact | Response | Trigger | Status |
| --- | --- | --- | --- | --- | --- |
| People stay away | 2 | 4 | Talk to ten of them | people.customers_active < 50 | Open |
| The oven breaks | 2 | 5 | Service contract | Strange noises | Open |
| The street is closed | 3 | 3 | Deliver by bicycle | | Closed |
`;

describe("what the file says besides lists", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: PLAN_ALONE });
    await house.call("playbook.import_plan", file(PLAN));
  });
  after(() => house.close());

  const file = (text: string) => ({ fileName: "plan.md", content: Buffer.from(text).toString("base64") });
  const found = <Row extends object>(query: ReturnType<typeof sql>) =>
    rows<Row>(house.app.database.db, query);

  it("starts on the day and counts in the currency that the file names", async () => {
    const [plan] = await found(sql`SELECT start_on::text AS start, currency FROM playbook.plan`);
    assert.deepEqual(plan, { start: "2027-02-01", currency: "CAD" });
    const [sales] = await found(sql`SELECT currency, metric FROM playbook.target WHERE raw LIKE '$20K%'`);
    assert.deepEqual(sales, { currency: "CAD", metric: "till.sales_monthly" });
  });

  it("suggests what the file says proves a deliverable", async () => {
    const suggested = await found(
      sql`SELECT n.text, b.kind, b.min_count AS least FROM playbook.evidence_binding b
          JOIN playbook.node n ON n.id = b.deliverable_id ORDER BY n.position`,
    );
    assert.deepEqual(suggested.slice(0, 2), [
      { text: "Lease", kind: "playbook.file", least: 1 },
      { text: "Twenty articles on bread", kind: "site.post", least: 20 },
    ]);
  });

  it("opens risks with the response and the trigger that the file gives", async () => {
    const risks = await found(
      sql`SELECT n.text, r.response, r.response_kind AS kind, r.trigger, r.status FROM playbook.risk r
          JOIN playbook.node n ON n.id = r.node_id ORDER BY n.position`,
    );
    const trigger = { metric: "people.customers_active", op: "<", level: 50, raiseTo: { probability: 5 } };
    assert.deepEqual(risks, [
      { text: "People stay away", response: "Talk to ten of them", kind: "reduce", trigger, status: "open" },
      {
        text: "The oven breaks",
        response: "Service contract",
        kind: "reduce",
        trigger: null,
        status: "open",
      },
      {
        text: "The street is closed",
        response: "Deliver by bicycle",
        kind: "reduce",
        trigger: null,
        status: "closed",
      },
    ]);
    await house.call("playbook.report_measurement", {
      metric: "people.customers_active",
      value: 40,
      source: "test",
    });
    await house.drain();
    const { risks: raised } = await house.call("playbook.list_risks", {});
    assert.equal(raised.find(({ text }) => text === "People stay away")?.probability, 5);
  });

  it("links work, names what it cannot link, and asks which of two numbers decides", async () => {
    const links = () => found(sql`SELECT type, lag_days AS lag, created_by AS by FROM playbook.dependency`);
    assert.deepEqual(await links(), [{ type: "FS", lag: 0, by: null }]);
    const { lint, questions } = await house.call("playbook.preview_import", file(PLAN));
    assert.deepEqual(
      lint.map(({ code }) => code),
      ["dependency_unknown"],
    );
    assert.ok(questions.some(({ code }) => code === "number_unclear"));
    const { questions: asked } = await house.call("playbook.list_questions", {});
    assert.deepEqual(
      asked.map(({ code }) => code),
      ["number_unclear"],
    );
  });

  it("exports all of it, and reads it back without a change", async () => {
    const { text } = await house.call("playbook.export_plan", { format: "md" });
    assert.match(text, /^- Lease\. Proof: file of the signed lease$/m);
    assert.match(text, /^\*\*Depends on:\*\* Find the place$/m);
    assert.match(text, /^start: 2027-02-01$/m);
    const again = await house.call("playbook.import_plan", file(text));
    assert.deepEqual([again.changed, again.changes], [false, []]);
  });

  it("keeps the start when a file with another one is imported later", async () => {
    await house.call("playbook.import_plan", file(PLAN.replace("2027-02-01", "2028-02-01")));
    const [plan] = await found(sql`SELECT start_on::text AS start FROM playbook.plan`);
    assert.deepEqual(plan, { start: "2027-02-01" });
  });
});
