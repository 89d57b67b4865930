import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { cmiTimeMs, toCmiTimespan, toIsoTimespan } from "#modules/academy/rules/packages/cmi-time.ts";
import { launchCmi } from "#modules/academy/rules/packages/launch-cmi.ts";
import { bestOf, isItemComplete, readCmi } from "#modules/academy/rules/packages/read-cmi.ts";

describe("what a SCORM item says", () => {
  const twelve: [string, Record<string, string>, number | null, string, string, number | null][] = [
    ["nothing yet", {}, null, "not attempted", "unknown", null],
    ["begun", { "cmi.core.lesson_status": "incomplete" }, null, "incomplete", "unknown", null],
    [
      "done",
      { "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "40" },
      null,
      "completed",
      "unknown",
      400_000,
    ],
    [
      "above the mark",
      { "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "80" },
      700_000,
      "completed",
      "passed",
      800_000,
    ],
    [
      "below the mark",
      { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "60" },
      700_000,
      "completed",
      "failed",
      600_000,
    ],
    [
      "by its range",
      { "cmi.core.score.raw": "3", "cmi.core.score.min": "1", "cmi.core.score.max": "5" },
      null,
      "not attempted",
      "unknown",
      500_000,
    ],
    [
      "rubbish",
      { "cmi.core.lesson_status": "<b>", "cmi.core.score.raw": "NaN" },
      null,
      "not attempted",
      "unknown",
      null,
    ],
  ];
  for (const [name, cmi, mastery, completion, success, score] of twelve)
    it(`of 1.2: ${name}`, () => {
      const result = readCmi("scorm12", cmi, mastery);
      assert.deepEqual([result.completion, result.success, result.scorePpm], [completion, success, score]);
    });

  it("of 2004: a passing score and a threshold decide over what the content claims", () => {
    const passed = readCmi(
      "scorm2004",
      { "cmi.success_status": "failed", "cmi.score.scaled": "0.7", "cmi.scaled_passing_score": "0.7" },
      null,
    );
    assert.deepEqual([passed.success, passed.scorePpm], ["passed", 700_000]);
    const open = readCmi(
      "scorm2004",
      {
        "cmi.completion_status": "completed",
        "cmi.completion_threshold": "0.8",
        "cmi.progress_measure": "0.5",
      },
      null,
    );
    assert.equal(open.completion, "incomplete");
    assert.equal(readCmi("scorm2004", { "cmi.score.scaled": "-1" }, null).scorePpm, 0);
  });

  it("is complete when done and not failed, and what was reached stays", () => {
    const done = readCmi("scorm12", { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90" }, null);
    const again = readCmi(
      "scorm12",
      { "cmi.core.lesson_status": "failed", "cmi.core.score.raw": "10" },
      null,
    );
    assert.deepEqual([isItemComplete(done), isItemComplete(again)], [true, false]);
    const best = bestOf(done, again);
    assert.deepEqual([isItemComplete(best), best.scorePpm], [true, 900_000]);
  });
});

describe("SCORM times", () => {
  it("are read in both forms, and rubbish is none", () => {
    assert.equal(cmiTimeMs("0001:02:03.5"), 3_723_500);
    assert.equal(cmiTimeMs("P1DT1H0.5S"), 90_000_500);
    for (const text of ["", "1:2", "P", "-PT1S", "PT1H1", "99999:99:99x"])
      assert.equal(cmiTimeMs(text), 0, text);
  });
  it("come back as they were, to the second", () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), (seconds) => {
        assert.equal(cmiTimeMs(toCmiTimespan(seconds * 1000)), seconds * 1000);
        assert.equal(cmiTimeMs(toIsoTimespan(seconds * 1000)), seconds * 1000);
      }),
    );
  });
});

describe("what an item finds", () => {
  const item = { masteryPpm: 700_000, launchData: "a=1", maxSeconds: null, timeLimitAction: "" };
  const learner = { id: "s", name: "A, B" };
  const cmi = {
    "cmi.suspend_data": "page 3",
    "cmi.core.exit": "suspend",
    "cmi.core.session_time": "0000:10:00",
  };
  it("when it goes on, is what it kept", () => {
    const found = launchCmi({ kind: "scorm12", learner, item, kept: { cmi, totalMs: 60_000, goesOn: true } });
    assert.equal(found["cmi.suspend_data"], "page 3");
    assert.equal(found["cmi.core.entry"], "resume");
    assert.equal(found["cmi.core.total_time"], "0000:01:00");
    assert.equal(found["cmi.core.exit"], undefined);
    assert.equal(found["cmi.student_data.mastery_score"], "70");
  });
  it("in 2004 after a session that ended, is a new attempt", () => {
    const kept = { cmi: { "cmi.suspend_data": "page 3" }, totalMs: 60_000, goesOn: false };
    const found = launchCmi({ kind: "scorm2004", learner, item, kept });
    assert.deepEqual([found["cmi.suspend_data"], found["cmi.entry"]], [undefined, "ab-initio"]);
  });
});
