import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { markMentions } from "./mark-mentions.ts";

const calls = (body: string, names: string[]) =>
  markMentions(body, names)
    .filter(({ isCall }) => isCall)
    .map(({ text }) => text);

describe("the names a comment calls", () => {
  it("stand out, the longest first, in any case, and only whole", () => {
    assert.deepEqual(calls("@ana reyes, @Ana and @Anabel", ["Ana", "Ana Reyes"]), ["@ana reyes", "@Ana"]);
    assert.deepEqual(calls("@J. (Jo) Doe?", ["J. (Jo) Doe"]), ["@J. (Jo) Doe"]);
    assert.deepEqual(calls("@Ana", []), []);
    assert.deepEqual(calls("@ and more", [""]), []);
  });

  it("leave every letter of the comment in its place", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (body, names) => {
        const text = markMentions(body, names)
          .map((stretch) => stretch.text)
          .join("");
        assert.equal(text, body);
      }),
    );
  });
});
