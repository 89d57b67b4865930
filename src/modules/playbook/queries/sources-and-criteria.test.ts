import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApp, type TestApp } from "#test/harness.ts";

const plan = (posts: number) =>
  Buffer.from(`# Small plan

## Phase 1: Start (Months 1-3)

### Week 1-2: Website

**Deliverables:**
- Website online

**Success Criteria:**
- ${posts}+ posts
- Website online
- Everybody likes it
`).toString("base64");

describe("the plan's sources and criteria", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    await house.call("playbook.import_plan", { fileName: "a.md", content: plan(20), startOn: "2027-01-04" });
    await house.call("playbook.import_plan", { fileName: "b.md", content: plan(30) });
  });
  after(() => house.close());

  it("says what each line became, with ids only in the file in force", async () => {
    const { sources } = await house.call("playbook.list_sources", {});
    const [now, earlier] = await Promise.all(
      sources.map(({ sourceId }) => house.call("playbook.get_source", { sourceId })),
    );
    const posts = (source: typeof now) => source!.nodes.find(({ text }) => text.endsWith("posts"))!;
    assert.deepEqual([now!.fileName, earlier!.fileName], ["b.md", "a.md"]);
    assert.deepEqual([posts(now).text, posts(earlier).text], ["30+ posts", "20+ posts"]);
    assert.deepEqual(posts(now).lines, posts(earlier).lines);
    assert.deepEqual([posts(now).numeric, posts(earlier).numeric], [true, true]);
    assert.equal(now!.nodes.find(({ text }) => text === "Everybody likes it")?.numeric, false);
    assert.equal(typeof posts(now).nodeId, "string");
    assert.equal(posts(earlier).nodeId, null);
  });

  it("names the phases to narrow lists by", async () => {
    const { phases } = await house.call("playbook.find_plan", {}, "viewer");
    const { criteria } = await house.call("playbook.list_criteria", { phaseId: phases[0]!.id });
    assert.deepEqual([phases.map(({ title }) => title), criteria.length], [["Start"], 3]);
  });

  it("narrows criteria by who decides them", async () => {
    const found = { number: "30+ posts", proof: "Website online", person: "Everybody likes it" } as const;
    for (const decidedBy of ["number", "proof", "person"] as const) {
      const { criteria, total } = await house.call("playbook.list_criteria", { decidedBy });
      assert.deepEqual([criteria.map(({ text }) => text), total], [[found[decidedBy]], 1]);
    }
    assert.equal((await house.call("playbook.list_criteria", {})).total, 3);
  });

  it("refuses a page marker that is none", async () => {
    for (const operation of ["playbook.list_criteria", "playbook.list_targets"] as const)
      await assert.rejects(house.call(operation, { cursor: "zzz" }), { kind: "invalid" });
  });

  it("takes the signs of a search literally", async () => {
    const { total } = await house.call("playbook.list_criteria", { search: "%" });
    const { targets } = await house.call("playbook.list_targets", { search: "s_te" });
    assert.deepEqual(targets, []);
    assert.equal(total, 0);
  });

  it("tells who confirmed a criterion, and when", async () => {
    const listed = async () =>
      (await house.call("playbook.list_criteria", { decidedBy: "person" })).criteria[0]!;
    const { nodeId, confirmation } = await listed();
    assert.equal(confirmation, null);
    await house.call("playbook.confirm_criterion", { nodeId, note: "Asked ten people" });
    const confirmed = await listed();
    assert.equal(confirmed.confirmation?.note, "Asked ten people");
    assert.equal(Temporal.Instant.from(confirmed.confirmation.at).equals(house.clock.now()), true);
  });

  it("offers what is measured here, what plans usually name and what this plan names", async () => {
    const { criteria } = await house.call("playbook.list_criteria", { decidedBy: "number" });
    await house.call("playbook.choose_metric", { nodeId: criteria[0]!.nodeId, metric: "blog.stories" });
    const { metrics } = await house.call("playbook.list_metrics", {}, "viewer");
    const find = (key: string) => metrics.find((metric) => metric.key === key);
    assert.equal(find("playbook.deliverables_done")?.live, true);
    assert.deepEqual([find("site.posts_published")?.live, find("site.posts_published")?.targets], [false, 0]);
    assert.equal(find("blog.stories")?.targets, 1);
  });

  it("gives the value a metric had on a day, and why there is none", async () => {
    const rowsOf = (asOf?: string) =>
      house.call("playbook.get_metric_rows", { metric: "team.headcount_active", asOf }, "viewer");
    const unknown = await rowsOf();
    assert.deepEqual(
      [unknown.value, unknown.reason, unknown.title],
      [null, "No source yet", "People employed"],
    );
    await house.call("playbook.report_measurement", {
      metric: "team.headcount_active",
      value: 4,
      source: "Payroll",
    });
    assert.equal((await rowsOf()).value, 4);
    assert.equal((await rowsOf("2027-01-03")).value, null);
    assert.equal((await rowsOf()).rows.length, 1);
  });
});
