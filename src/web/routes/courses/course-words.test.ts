import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languageName, spanWords, timeWords } from "./course-words.ts";

describe("what a course's size is called", () => {
  it("counts minutes, then hours, and says nothing of what is not known", () => {
    assert.deepEqual([0, 1, 45, 119, 120, 1180].map(timeWords), [
      "",
      "about 1 minute",
      "about 45 minutes",
      "about 119 minutes",
      "about 2 hours",
      "about 20 hours",
    ]);
    assert.deepEqual([null, 1, 14, 10, 90].map(spanWords), ["", "1 day", "2 weeks", "10 days", "90 days"]);
  });

  it("names languages, and leaves what is no language as it is", () => {
    assert.deepEqual(["en", "de-AT", "not a tag"].map(languageName), [
      "English",
      "Austrian German",
      "not a tag",
    ]);
  });
});
