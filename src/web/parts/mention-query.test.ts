import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mentionAt, peopleMatching } from "./mention-query.ts";

describe("a name being typed", () => {
  const at = (text: string) => mentionAt(text, text.length);

  it("begins after a sign that begins a word", () => {
    assert.deepEqual(at("@"), { start: 1, text: "" });
    assert.deepEqual(at("Ask @Ana Re"), { start: 5, text: "Ana Re" });
    assert.deepEqual(mentionAt("Ask @Ana about it", 8), { start: 5, text: "Ana" });
  });

  it("is none in a mail address, after a line's end or two spaces", () => {
    for (const text of ["", "Ana", "info@ana", "@Ana\n", "@Ana  "]) assert.equal(at(text), null, text);
  });
});

describe("people for what was typed", () => {
  const people = [{ name: "Ana Reyes" }, { name: "José Müller" }, { name: "Banana" }];
  const names = (typed: string) => peopleMatching(people, typed).map(({ name }) => name);

  it("are those whose name or a part of it begins so, without regard to marks", () => {
    assert.deepEqual(names(""), ["Ana Reyes", "José Müller", "Banana"]);
    assert.deepEqual(names("an"), ["Ana Reyes"]);
    assert.deepEqual(names("mull"), ["José Müller"]);
    assert.deepEqual(names("ana reyes is"), []);
    assert.deepEqual(names("Ana Reyes"), []);
  });
});
