import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { interfaceLocale, textDirection } from "#web/locale.ts";
import { localPath } from "#web/local-path.ts";
import { preferenceCookie, readPreferences } from "#web/cookies.ts";
import { fieldPath, findProblem, problemResponse } from "#web/problem.ts";

describe("problems", () => {
  it("finds one in the kernel's error, with its issues", () => {
    const error = Object.assign(new Error("Check the value"), {
      kind: "invalid",
      code: "playbook.bad",
      detail: { issues: [{ path: "items[0].amount", message: "Enter a number" }] },
    });
    assert.deepEqual(findProblem(error), {
      kind: "invalid",
      code: "playbook.bad",
      message: "Check the value",
      issues: [{ path: "items.0.amount", message: "Enter a number" }],
      requestId: undefined,
    });
  });

  it("finds the same one again after it was wrapped for a page", () => {
    const problem = { kind: "not_found", code: "x.y", message: "No", issues: [], requestId: "r1" } as const;
    assert.deepEqual(findProblem(problemResponse({ ...problem, issues: [] })), problem);
  });

  it("sees none in faults of the program", () => {
    for (const thrown of [new TypeError("x"), null, "text", { kind: "constructor" }, { kind: "toString" }]) {
      assert.equal(findProblem(thrown), null);
    }
  });

  it("spells a path in dots", () => {
    assert.equal(fieldPath("items[0].amount"), "items.0.amount");
    assert.equal(fieldPath(["items", 0, "amount"]), "items.0.amount");
    assert.equal(fieldPath("/items/0/amount"), "items.0.amount");
    assert.equal(fieldPath(undefined), "");
  });
});

describe("the way back", () => {
  it("keeps paths of this site", () => {
    assert.equal(localPath("/console/risks?state=open#top", "/"), "/console/risks?state=open#top");
  });

  for (const back of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "console",
    "",
    null,
    "/a\\b",
  ]) {
    it(`does not follow ${JSON.stringify(back)}`, () => {
      assert.equal(localPath(back, "/console"), "/console");
    });
  }
});

describe("locale and preferences", () => {
  it("writes English with the customs of the wanted region while that is all there is", () => {
    assert.equal(interfaceLocale("de-DE"), "en-DE");
    assert.equal(interfaceLocale("de"), "en-DE");
    assert.equal(interfaceLocale("en-US"), "en-US");
    assert.equal(interfaceLocale("no such thing"), "en-GB");
  });

  it("knows which way text runs", () => {
    assert.equal(textDirection("ar-EG"), "rtl");
    assert.equal(textDirection("en-GB"), "ltr");
  });

  it("reads preferences from cookies and ignores what it does not know", () => {
    assert.deepEqual(readPreferences("a=1; theme=dark; rail=icons"), { theme: "dark", rail: "icons" });
    assert.deepEqual(readPreferences("theme=<script>; rail="), { theme: "system", rail: "full" });
    assert.deepEqual(readPreferences(null), { theme: "system", rail: "full" });
  });

  it("marks a cookie secure behind TLS", () => {
    assert.match(preferenceCookie("theme", "dark", true), /^theme=dark; Path=\/; .*Secure$/);
    assert.doesNotMatch(preferenceCookie("theme", "dark", false), /Secure/);
  });
});
