import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Forecast } from "../forecast/types.ts";
import { judgeTarget } from "./judge-target.ts";
import type { JudgementContext, TargetMeasurement, TargetSpec } from "./types.ts";

const customers: TargetSpec = { op: ">=", min: 100, max: null };
const forecast = (chance: number | null, p50: string | null): Forecast => ({
  chance,
  p50,
  p85: null,
  band: [],
});

function judge(
  target: TargetSpec,
  value: number | null,
  more: Partial<TargetMeasurement & JudgementContext> = {},
) {
  const { reason, asOf = "2027-05-17", baseline, metSince, ...context } = more;
  return judgeTarget(
    target,
    { value, asOf, ...(reason && { reason }), baseline: baseline ?? null, metSince: metSince ?? null },
    { today: "2027-05-17", due: "2027-05-31", startOn: "2027-05-01", forecast: null, ...context },
  );
}

describe("judging a target", () => {
  it("at risk by its forecast, in a sentence with the numbers", () => {
    const judged = judge(customers, 71, { forecast: forecast(0.24, "2027-06-12") });
    assert.equal(judged.state, "at_risk");
    assert.equal(judged.reason, "71 of 100 by 31 May; at this pace 24 % likely, 12 Jun");
    assert.equal(judged.progress, 0.71);
    assert.equal(judged.stretchMet, null);
  });

  it("on track from a chance of 70 %", () => {
    assert.equal(judge(customers, 71, { forecast: forecast(0.7, "2027-05-29") }).state, "on_track");
    assert.equal(judge(customers, 71, { forecast: forecast(0.69, "2027-05-29") }).state, "at_risk");
  });

  it("says so when the pace leads nowhere", () => {
    const judged = judge(customers, 71, { forecast: forecast(0, null) });
    assert.equal(judged.reason, "71 of 100 by 31 May; at this pace 0 % likely, not within five years");
  });

  it("99 of 100 is not met, 100 is", () => {
    assert.equal(judge(customers, 99, { forecast: forecast(1, "2027-05-18") }).state, "on_track");
    assert.equal(judge(customers, 100).state, "met");
    assert.equal(judge({ op: ">", min: 100, max: null }, 100).state, "on_track");
  });

  it("missed once the due date is past, met late says by how much", () => {
    const missed = judge(customers, 71, { today: "2027-06-12", asOf: "2027-06-11" });
    assert.deepEqual([missed.state, missed.reason], ["missed", "71 of 100; due 31 May, 12 days ago"]);
    const late = judge(customers, 104, { today: "2027-06-20", asOf: "2027-06-20", metSince: "2027-06-12" });
    assert.deepEqual([late.state, late.code], ["met", "met_late"]);
    assert.equal(late.reason, "104 of 100; reached 12 Jun, 12 days after the due date 31 May");
    const inTime = judge(customers, 104, { today: "2027-06-20", asOf: "2027-06-20", metSince: "2027-05-31" });
    assert.deepEqual([inTime.code, inTime.reason], ["met", "104 of 100; reached 31 May"]);
  });

  it("the due date itself is still in time", () => {
    assert.notEqual(judge(customers, 71, { today: "2027-05-31" }).state, "missed");
    assert.equal(judge(customers, 71, { today: "2027-06-01" }).state, "missed");
  });

  it("an old value is dated", () => {
    const judged = judge(customers, 71, { asOf: "2027-04-30", today: "2027-06-12" });
    assert.equal(judged.reason, "71 of 100, as of 30 Apr; due 31 May, 12 days ago");
  });

  it("unknown is not zero", () => {
    const silent = judge(customers, null);
    assert.deepEqual([silent.state, silent.progress], ["unknown", null]);
    assert.equal(silent.reason, "No value reported yet; due 31 May");
    assert.equal(judge(customers, null, { reason: "No source yet" }).reason, "No source yet; due 31 May");
    assert.equal(judge(customers, null, { startOn: "2027-06-01" }).state, "not_started");
  });

  it("not started before its time, unless it is met already", () => {
    const early = judge(customers, 12, { startOn: "2028-05-20", due: "2028-05-31" });
    assert.deepEqual([early.state, early.reason], ["not_started", "12 of 100; counts from 20 May 2028"]);
    assert.equal(judge(customers, 120, { startOn: "2028-05-20", due: "2028-05-31" }).state, "met");
  });

  it("without a forecast the time gone decides", () => {
    // 16 of 31 days gone on 17 May: 52 %.
    const behind = judge(customers, 40);
    assert.deepEqual([behind.state, behind.code], ["at_risk", "pace"]);
    assert.equal(behind.reason, "40 of 100 by 31 May; 40 % of the way, 52 % of the time gone");
    assert.equal(judge(customers, 52).state, "on_track");
    // Half the way at half the time, 5 of 10 days, is on track.
    const half = { startOn: "2027-05-12", due: "2027-05-21" };
    assert.equal(judge(customers, 50, half).state, "on_track");
    assert.equal(judge(customers, 49, half).state, "at_risk");
  });

  it("says when there is too little to judge by", () => {
    const retention: TargetSpec = { op: ">=", min: 90, max: null, unit: "%" };
    const judged = judge(retention, 88);
    assert.deepEqual([judged.state, judged.code], ["unknown", "too_little_data"]);
    assert.equal(
      judged.reason,
      "88 %, target 90 % by 31 May; too few weekly values to say how fast it moves",
    );
    assert.equal(judge(customers, 71, { startOn: null }).state, "unknown");
    assert.equal(judge(customers, 71, { due: null }).reason, "71 of 100; no due date to judge it by");
  });
});

describe("smaller is better", () => {
  const fast: TargetSpec = { op: "<", min: null, max: 100, unit: "ms" };

  it("below the limit is met, at the limit is not", () => {
    assert.equal(judge(fast, 99).state, "met");
    assert.equal(judge(fast, 100).state, "unknown");
    const slow = judge(fast, 140, { forecast: forecast(0.4, "2027-06-02") });
    assert.equal(slow.reason, "140 ms, target below 100 ms by 31 May; at this pace 40 % likely, 2 Jun");
    assert.equal(slow.state, "at_risk");
  });

  it("progress counts from where it started", () => {
    assert.equal(judge(fast, 150, { baseline: 200 }).progress, 0.5);
    assert.equal(judge(fast, 250, { baseline: 200 }).progress, 0);
    assert.equal(judge(fast, 200).progress, 0.5);
  });

  it("down 30 % is measured against the starting value", () => {
    const down: TargetSpec = { op: "delta", min: 30, max: null, direction: "down", unit: "%" };
    assert.equal(judge(down, 140, { baseline: 200 }).state, "met");
    assert.equal(judge(down, 141, { baseline: 200 }).state, "on_track");
    const worse = judge(down, 170, { baseline: 200 });
    assert.deepEqual([worse.state, worse.progress], ["at_risk", 0.5]);
    assert.equal(worse.reason, "170, target at most 140 by 31 May; 50 % of the way, 52 % of the time gone");
    assert.equal(judge({ ...down, min: -30, direction: null }, 140, { baseline: 200 }).state, "met");
    const blind = judge(down, 170);
    assert.deepEqual([blind.state, blind.code], ["unknown", "no_baseline"]);
  });
});

describe("ranges", () => {
  const revenue: TargetSpec = { op: "between", min: 50_000, max: 100_000, currency: "USD" };

  it("the lower bound opens, the upper is the stretch", () => {
    const opened = judge(revenue, 50_000);
    assert.deepEqual([opened.state, opened.stretchMet], ["met", false]);
    assert.equal(opened.reason, "$50,000 of $50,000");
    assert.deepEqual([judge(revenue, 120_000).state, judge(revenue, 120_000).stretchMet], ["met", true]);
    const below = judge(revenue, 31_420.5);
    assert.deepEqual([below.state, below.stretchMet], ["on_track", false]);
    assert.match(below.reason, /^\$31,420\.50 of \$50,000 by 31 May; 63 % of the way/);
  });

  it("for headcount the upper bound is a ceiling", () => {
    const team: TargetSpec = { op: "between", min: 5, max: 10, ceiling: true, unit: "employees" };
    assert.deepEqual([judge(team, 5).state, judge(team, 10).state], ["met", "met"]);
    const over = judge(team, 12);
    assert.deepEqual([over.state, over.code, over.stretchMet], ["at_risk", "above_ceiling", null]);
    assert.equal(over.reason, "12, above the ceiling of 10 employees");
    assert.equal(judge(team, 12, { today: "2027-06-12" }).state, "missed");
  });

  it("where less is better the upper bound opens", () => {
    const answer: TargetSpec = { op: "between", min: 2, max: 4, direction: "down", unit: "hours" };
    assert.deepEqual([judge(answer, 4).state, judge(answer, 4).stretchMet], ["met", false]);
    assert.deepEqual([judge(answer, 2).state, judge(answer, 2).stretchMet], ["met", true]);
    assert.notEqual(judge(answer, 5).state, "met");
  });

  it("exactly means exactly", () => {
    const two: TargetSpec = { op: "=", min: 2, max: null };
    assert.equal(judge(two, 2).state, "met");
    assert.notEqual(judge(two, 3).state, "met");
  });
});
