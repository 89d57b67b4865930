import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CompletionFacts, judgeCompletion } from "./judge-completion.ts";

const today = "2027-05-17";
const judge = (facts: Partial<CompletionFacts>) => {
  const { state, reason } = judgeCompletion(
    { proved: false, due: "2027-05-31", startOn: "2027-05-01", ...facts },
    today,
  );
  return [state, reason];
};

describe("judging what must be proved", () => {
  it("proved is met, and late is said", () => {
    assert.deepEqual(judge({ proved: true }), ["met", "Proved"]);
    assert.deepEqual(judge({ proved: true, provedOn: "2027-05-14" }), ["met", "Proved 14 May"]);
    assert.deepEqual(judge({ proved: true, provedOn: "2027-05-14", due: "2027-05-13" }), [
      "met",
      "Proved 14 May, 1 day after the due date 13 May",
    ]);
  });

  it("not proved is on track, at risk by the schedule, then missed", () => {
    assert.deepEqual(judge({}), ["on_track", "Not proved yet; due 31 May"]);
    assert.deepEqual(judge({ forecastOn: "2027-05-31" }), ["on_track", "Not proved yet; due 31 May"]);
    assert.deepEqual(judge({ forecastOn: "2027-06-04" }), [
      "at_risk",
      "Not proved yet; due 31 May, likely 4 Jun, 4 days late",
    ]);
    assert.deepEqual(judge({ due: "2027-05-17" }), ["on_track", "Not proved yet; due 17 May"]);
    assert.deepEqual(judge({ due: "2027-05-16" }), ["missed", "Not proved yet; due 16 May, 1 day ago"]);
  });

  it("waits for its start, unless a proof was lost", () => {
    assert.deepEqual(judge({ startOn: "2027-05-20" }), ["not_started", "Starts 20 May"]);
    assert.deepEqual(judge({ startOn: "2027-05-20", reopenedBecause: "“Pricing” was unpublished 15 May" }), [
      "on_track",
      "Reopened: “Pricing” was unpublished 15 May; due 31 May",
    ]);
  });

  it("without a due date it is unknown whether it is in time", () => {
    assert.deepEqual(judge({ due: null }), ["unknown", "Not proved yet; no due date to judge it by"]);
  });
});
