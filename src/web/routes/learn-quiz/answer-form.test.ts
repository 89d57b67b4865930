import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moved, readAnswerForm } from "./answer-form.ts";

const form = (...fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const rows = (...ids: string[]) => ids.map((id): [string, string] => ["order", id]);
const places = (...of: string[]) => of.map((place): [string, string] => ["place", place]);
const order = (...fields: [string, string][]) => {
  const answer = readAnswerForm(form(...fields), "ordering");
  return answer.kind === "ordering" ? answer.order.join("") : assert.fail();
};

describe("a question's form", () => {
  it("reads each kind, and an empty one as no answer", () => {
    assert.deepEqual(readAnswerForm(form(["choice", "2"]), "single"), { kind: "single", choice: "2" });
    assert.deepEqual(readAnswerForm(form(), "single"), { kind: "single", choice: null });
    assert.deepEqual(readAnswerForm(form(["choices", "1"], ["choices", "3"]), "multiple"), {
      kind: "multiple",
      choices: ["1", "3"],
    });
    assert.deepEqual(readAnswerForm(form(["value", "false"]), "true_false"), {
      kind: "true_false",
      value: false,
    });
    assert.deepEqual(readAnswerForm(form(), "true_false"), { kind: "true_false", value: null });
    assert.deepEqual(
      readAnswerForm(form(["left", "1"], ["right-1", "3"], ["left", "2"], ["right-2", ""]), "matching"),
      {
        kind: "matching",
        matches: [
          { left: "1", right: "3" },
          { left: "2", right: null },
        ],
      },
    );
    assert.deepEqual(readAnswerForm(form(["blank", "1"], ["gap-1", "words"]), "cloze"), {
      kind: "cloze",
      blanks: [{ blank: "1", value: "words" }],
    });
  });

  it("reads an order by its rows, places chosen anew, and the button pressed", () => {
    assert.equal(order(...rows("2", "1", "3"), ...places("1", "2", "3")), "213");
    assert.equal(order(...rows("1", "2", "3"), ...places("3", "2", "3")), "231");
    assert.equal(order(...rows("1", "2", "3"), ["move", "3:up"]), "132");
    assert.equal(order(...rows("1", "2", "3"), ["move", "1:up"], ["answered", "1"]), "123");
  });

  it("takes an order nobody touched for no answer, until there is one", () => {
    assert.equal(order(...rows("1", "2", "3"), ...places("1", "2", "3")), "");
    assert.equal(order(...rows("1", "2", "3"), ...places("1", "2", "3"), ["answered", "1"]), "123");
  });

  it("moves within the list alone", () => {
    assert.deepEqual(moved(["a", "b", "c"], "a", 9), ["b", "c", "a"]);
    assert.deepEqual(moved(["a", "b", "c"], "c", -3), ["c", "a", "b"]);
    assert.deepEqual(moved(["a", "b"], "x", 0), ["a", "b"]);
  });
});
