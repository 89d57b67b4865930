import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { mentionedIn } from "./mentioned-in.ts";

const people = [
  { id: "ana", name: "Ana" },
  { id: "reyes", name: "Ana Reyes" },
  { id: "jose", name: "José Müller" },
  { id: "twin", name: "José Müller" },
  { id: "noor", name: "نور الهدى" },
  { id: "erased", name: "" },
];

describe("a text calls", () => {
  it("by the whole name, in any case, the longest that fits", () => {
    assert.deepEqual(mentionedIn("@ana, could you look?", people), ["ana"]);
    assert.deepEqual(mentionedIn("Ask @Ana Reyes.", people), ["reyes"]);
    assert.deepEqual(mentionedIn("@ANA REYES and @Ana", people), ["reyes", "ana"]);
    assert.deepEqual(mentionedIn("(@نور الهدى)", people), ["noor"]);
  });

  it("everybody of the same name", () => {
    assert.deepEqual(mentionedIn("@José Müller", people), ["jose", "twin"]);
  });

  it("nobody by half a name, a longer word, a mail address or a lone sign", () => {
    for (const text of ["@An", "@Anabel", "info@ana", "a.b@ana.example", "@", "@ Ana", "Ana"])
      assert.deepEqual(mentionedIn(text, people), [], text);
  });

  it("whoever is called, whatever stands around it", () => {
    const around = fc.string().map((text) => text.replaceAll("@", ""));
    fc.assert(
      fc.property(around, around, (before, after) => {
        assert.ok(mentionedIn(`${before} @José Müller\n${after}`, people).includes("jose"));
      }),
    );
  });
});
