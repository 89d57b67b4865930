import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { newId } from "#kernel/ids.ts";
import type { Experiment, ExperimentPage } from "#modules/playbook/contract/experiments.ts";
import { experimentData } from "#modules/playbook/personal-data/experiments.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

type Shown = z.output<typeof Experiment>;

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse();
});
after(() => at.house.close());

const METRIC = "academy.enrollments";
const plan = (given: object = {}) =>
  at.call<Shown>("playbook.create_experiment", {
    title: "A shorter sign-up form",
    hypothesis: "Two fields instead of six bring a third more enrolments.",
    metric: METRIC,
    startsOn: "2027-01-11",
    endsOn: "2027-01-25",
    expectedValue: 40,
    ...given,
  });
const record = (experimentId: string, value: number | null, role?: "support" | "finance") =>
  at.call<Shown>("playbook.record_result", { experimentId, value, note: "38 in two weeks" }, role);
const decide = (experimentId: string, decision = "adopt") =>
  at.call<Shown>("playbook.decide_experiment", { experimentId, decision });

const list = (input: object) =>
  at.call<z.output<typeof ExperimentPage>>("playbook.list_experiments", input, "viewer");

describe("an experiment", () => {
  it("goes from plan to decision, each step in its time", async () => {
    await at.call("playbook.report_measurement", { metric: METRIC, value: 30, source: "Stripe" });
    const ownerId = personId(at.house, "support");
    const { id, baselineValue, standing, metricTitle } = await plan({
      ownerId,
      workPackageId: at.plan.workPackageId,
    });
    assert.deepEqual([baselineValue, standing, metricTitle], [30, "planned", "Enrollments"]);
    const standingOn = async (day: string) => {
      at.house.clock.set(Temporal.Instant.from(`${day}T12:00:00Z`));
      return (await at.call<Shown>("playbook.get_experiment", { experimentId: id }, "viewer")).standing;
    };
    assert.equal(await standingOn("2027-01-11"), "running");
    assert.equal(await standingOn("2027-01-24"), "running");
    assert.equal(await standingOn("2027-01-25"), "ended");
    await assert.rejects(decide(id), { code: "playbook.result_needed" });
    await record(id, 38, "support");
    const decided = await decide(id);
    assert.deepEqual(
      [decided.standing, decided.decision, decided.decidedBy?.name, decided.resultValue],
      ["decided", "adopt", NAMES.editor, 38],
    );
    await assert.rejects(record(id, 99), { code: "playbook.experiment_decided" });
    await assert.rejects(decide(id, "stop"), { code: "playbook.experiment_decided" });
  });

  it("is decided once when two decide at once", async () => {
    const { id } = await plan();
    await record(id, 12);
    const tries = await Promise.allSettled([decide(id, "adopt"), decide(id, "stop"), decide(id, "change")]);
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("has a forward time, a known place and people who work here", async () => {
    await assert.rejects(plan({ endsOn: "2027-01-11" }), { code: "input.invalid" });
    await assert.rejects(plan({ workPackageId: newId() }), { code: "playbook.node_not_found" });
    await assert.rejects(plan({ ownerId: newId() }), { code: "playbook.assignee_unknown" });
    await assert.rejects(record(newId(), 1), { code: "playbook.experiment_not_found" });
  });

  it("keeps an unknown starting value unknown", async () => {
    assert.equal((await plan({ metric: "site.visitors" })).baselineValue, null);
  });
});

describe("the list", () => {
  it("is searched in titles and hypotheses, signs taken literally", async () => {
    await plan({ title: "Prices in 100 % euros", hypothesis: "Fewer leave at checkout" });
    const found = async (search: string) => (await list({ search })).experiments.map(({ title }) => title);
    assert.deepEqual(await found("100 %"), ["Prices in 100 % euros"]);
    assert.deepEqual(await found("CHECKOUT"), ["Prices in 100 % euros"]);
    assert.deepEqual(await found("100_%"), []);
  });

  it("is narrowed by standing and paged latest first", async () => {
    for (const startsOn of ["2027-03-01", "2027-02-01", "2027-04-01"])
      await plan({ startsOn, endsOn: "2027-05-01" });
    const planned = await list({ standing: "planned" });
    assert.deepEqual(
      planned.experiments.map(({ startsOn }) => startsOn),
      ["2027-04-01", "2027-03-01", "2027-02-01"],
    );
    const first = await list({ standing: "planned", limit: 2 });
    const rest = await list({ standing: "planned", limit: 2, cursor: first.nextCursor });
    assert.deepEqual(
      rest.experiments.map(({ startsOn }) => startsOn),
      ["2027-02-01"],
    );
  });
});

describe("who may", () => {
  it("plan and decide: editors; write the result: the owner too", async () => {
    const { id } = await plan({ ownerId: personId(at.house, "support") });
    await assert.rejects(record(id, 1, "finance"), { kind: "forbidden" });
    await record(id, 1, "support");
    for (const role of ["support", "viewer"] as const) {
      const input = { experimentId: id, decision: "stop" };
      await assert.rejects(at.call("playbook.decide_experiment", input, role), { kind: "forbidden" });
    }
  });

  it("be forgotten", async () => {
    const person = personId(at.house, "support");
    assert.ok((await experimentData.export(at.db, person)).length > 0);
    await experimentData.erase(at.db, person);
    assert.deepEqual(await experimentData.export(at.db, person), []);
  });
});
