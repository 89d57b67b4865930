import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { draftWeeklyReview } from "./draft-weekly-review.ts";
import { isoWeekOf } from "./iso-week.ts";
import type { ReviewFacts, ReviewSectionKey, ReviewTarget } from "./types.ts";

const target = (id: string, more: Partial<ReviewTarget>): ReviewTarget => ({
  id,
  label: id,
  state: "on_track",
  previousState: "on_track",
  reason: "",
  chance: null,
  previousChance: null,
  ...more,
});

const quiet: ReviewFacts = {
  week: isoWeekOf("2027-05-17"),
  asOf: "2027-05-17",
  phase: null,
  variance: { days: 0, reason: "On time", causes: [] },
  previousVarianceDays: null,
  deliverables: { done: 0, total: 0, share: null },
  proved: [],
  reopened: [],
  slips: [],
  targets: [],
  gate: null,
  risks: [],
  decisions: [],
};

const busy: ReviewFacts = {
  ...quiet,
  phase: "Foundation and launch",
  variance: { days: 6, reason: "6 days late: “Initial growth” is not finished, 6 days late", causes: [] },
  previousVarianceDays: 2,
  deliverables: { done: 38, total: 60, share: 38 / 60 },
  proved: [{ id: "d1", title: "Launch day execution plan", reason: "by document “Launch plan”" }],
  reopened: [{ id: "d2", title: "Website", reason: "“Pricing” was unpublished 15 May" }],
  slips: [
    {
      id: "w1",
      title: "Initial growth",
      days: 4,
      reason: "+4 days, more is left to do than the time planned",
    },
  ],
  targets: [
    target("Blog posts", { state: "met", previousState: "met" }),
    target("Enrolments", { state: "on_track", previousState: "at_risk", reason: "41 of 50 by 31 May" }),
    target("Customers", {
      state: "at_risk",
      reason: "71 of 100 by 31 May; at this pace 24 % likely, 12 Jun",
      chance: 0.24,
      previousChance: 0.6,
    }),
    target("Subscribers", { chance: 0.9, previousChance: 0.85 }),
    target("Pages", { state: "missed", previousState: "missed", reason: "4 of 5; due 31 Mar, 47 days ago" }),
  ],
  gate: {
    id: "g1",
    title: "Gate to phase 2",
    open: false,
    met: { done: 3, total: 6, share: 0.5 },
    due: "2027-06-30",
    blocking: [{ id: "c1", title: "Customers", reason: "71 of 100" }],
  },
  risks: [
    {
      id: "r1",
      title: "Customer acquisition",
      kind: "raised",
      from: 9,
      to: 12,
      owner: "Ada",
      because: "cost per customer above $1,680",
    },
    { id: "r2", title: "Technology", kind: "unchanged", from: 6, to: 6, owner: null },
    { id: "r3", title: "Regulation", kind: "unchanged", from: null, to: null, owner: null },
    { id: "r4", title: "Old", kind: "closed", from: 4, to: null, owner: null },
  ],
  decisions: [
    { id: "x2", kind: "question", title: "Budget for ads", owner: null, due: null },
    { id: "x1", kind: "experiment", title: "Extend early-bird price", owner: "Ada", due: "2027-05-14" },
  ],
};

const textsOf = (facts: ReviewFacts, key: ReviewSectionKey) =>
  draftWeeklyReview(facts)
    .sections.find((section) => section.key === key)!
    .items.map(({ text }) => text);

describe("the weekly review", () => {
  it("has its five sections in order, none of them empty, even in a quiet week", () => {
    const draft = draftWeeklyReview(quiet);
    assert.deepEqual(
      draft.sections.map(({ key }) => key),
      ["plan_against_actual", "slipped", "forecasts", "risks", "decisions"],
    );
    assert.ok(draft.sections.every(({ items }) => items.length > 0));
    assert.equal(draft.headline, "On time, 0 of 0 deliverables proved.");
    assert.deepEqual([draft.week, draft.asOf], ["2027-W20", "2027-05-17"]);
    assert.deepEqual(textsOf(quiet, "slipped"), ["Nothing slipped this week."]);
    assert.deepEqual(textsOf(quiet, "risks"), ["No risk moved this week."]);
    assert.deepEqual(textsOf(quiet, "decisions"), ["No decision is waiting."]);
  });

  it("says in one line where the plan stands", () => {
    assert.equal(
      draftWeeklyReview(busy).headline,
      "Foundation and launch: 6 days late, 38 of 60 deliverables proved, 2 targets at risk or missed, 2 decisions waiting.",
    );
  });

  it("claims nothing about time while there is no baseline", () => {
    const unknown = { ...quiet, variance: { days: null, reason: "No baseline yet", causes: [] } };
    assert.equal(draftWeeklyReview(unknown).headline, "0 of 0 deliverables proved.");
    assert.equal(textsOf(unknown, "plan_against_actual")[0], "No baseline yet.");
  });

  it("sets plan against actual, with last week beside it", () => {
    assert.deepEqual(textsOf(busy, "plan_against_actual"), [
      "6 days late: “Initial growth” is not finished, 6 days late. Last week it was 2 days late.",
      "38 of 60 deliverables are proved, 63 %; 1 this week.",
      "Proved: “Launch day execution plan”, by document “Launch plan”.",
      "Reopened: “Website”, “Pricing” was unpublished 15 May.",
    ]);
  });

  it("tells what slipped and why", () => {
    assert.deepEqual(textsOf(busy, "slipped"), [
      "“Initial growth”: +4 days, more is left to do than the time planned.",
    ]);
  });

  it("puts the worst forecast first and counts what did not change", () => {
    assert.deepEqual(textsOf(busy, "forecasts"), [
      "Pages, missed: 4 of 5; due 31 Mar, 47 days ago.",
      "Customers, now at risk: 71 of 100 by 31 May; at this pace 24 % likely, 12 Jun. A week ago the chance was 60 %.",
      "Enrolments, now on track: 41 of 50 by 31 May.",
      "Unchanged: 1 met, 1 on track.",
    ]);
  });

  it("tells which risks moved, and says when nobody owns or has rated one", () => {
    assert.deepEqual(textsOf(busy, "risks"), [
      "“Customer acquisition” rose from 9 to 12 of 25, high: cost per customer above $1,680.",
      "“Old” is closed.",
      "2 risks have no owner: “Technology”, “Regulation”.",
      "“Regulation” is not rated.",
    ]);
  });

  it("lists what holds the gate and what waits for a decision, overdue first", () => {
    assert.deepEqual(textsOf(busy, "decisions"), [
      "“Gate to phase 2” is held: 3 of 6 criteria met, due 30 Jun.",
      "Holds the gate: Customers, 71 of 100.",
      "Decide: Extend early-bird price (Ada, was due 14 May).",
      "Decide: Budget for ads (nobody yet, no date).",
    ]);
  });

  it("survives being stored as JSON", () => {
    const draft = draftWeeklyReview(busy);
    assert.deepEqual(JSON.parse(JSON.stringify(draft)), draft);
  });
});
