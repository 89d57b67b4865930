import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { readForm, splitName } from "#web/forms/raw-form.ts";

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

function plain(form: FormData): unknown {
  return JSON.parse(JSON.stringify(readForm(form)));
}

describe("reading a form", () => {
  it("nests by dots and indexes", () => {
    const form = formOf(
      ["title", "A"],
      ["owner.name", "Ana"],
      ["items[0].amount", "1"],
      ["items[1].amount", "2"],
    );
    assert.deepEqual(plain(form), {
      title: "A",
      owner: { name: "Ana" },
      items: [{ amount: "1" }, { amount: "2" }],
    });
  });

  it("makes a list of a repeated name and of an empty index", () => {
    assert.deepEqual(plain(formOf(["tag", "a"], ["tag", "b"])), { tag: ["a", "b"] });
    assert.deepEqual(plain(formOf(["tags[]", "a"])), { tags: ["a"] });
    assert.deepEqual(plain(formOf(["tags[]", "a"], ["tags[]", "b"], ["tags[]", "c"])), {
      tags: ["a", "b", "c"],
    });
  });

  it("ignores names nested without end", () => {
    assert.deepEqual(plain(formOf([`a${".a".repeat(100_000)}`, "1"], ["b", "2"])), { b: "2" });
  });

  it("leaves out what belongs to the machinery", () => {
    assert.deepEqual(plain(formOf(["csrf", "t"], ["intent", "x"], ["a", "1"])), { a: "1" });
  });

  it("keeps files", () => {
    const form = new FormData();
    form.append("plan", new File(["# Plan"], "plan.md"));
    assert.ok(readForm(form).plan instanceof File);
  });

  for (const name of ["__proto__.admin", "a.__proto__.b", "constructor.prototype.x", "", "a[99999999]"]) {
    it(`ignores the name ${JSON.stringify(name)}`, () => {
      assert.deepEqual(plain(formOf([name, "1"])), {});
      assert.equal(({} as Record<string, unknown>).admin, undefined);
    });
  }

  it("ignores a name that contradicts an earlier one", () => {
    assert.deepEqual(plain(formOf(["a", "text"], ["a.b", "1"])), { a: "text" });
  });

  it("takes any names without throwing, and never touches the prototype of objects", () => {
    const names = fc.stringMatching(/^[a-z_.[\]0-9]{0,24}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (entries) => {
        readForm(formOf(...entries));
        return Object.keys(Object.prototype).length === 0;
      }),
    );
  });

  it("splits names into keys", () => {
    assert.deepEqual(splitName("items[0].due.on"), ["items", "0", "due", "on"]);
    assert.equal(splitName("a.__proto__"), null);
  });
});
