import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isWrittenText, richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { richText, type RichText } from "#kernel/browser/rich-text.ts";

const text: RichText = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "Two", marks: [{ type: "bold" }] }] }],
};

describe("a field for formatted text", () => {
  it("reads what the editor sends and what was typed as Markdown", async () => {
    const read = await richTextReader();
    assert.deepEqual(read(JSON.stringify(text)), text);
    assert.deepEqual(read("**Two**"), text);
    assert.deepEqual(read(""), { type: "doc", content: [] });
    assert.equal(read(undefined), undefined);
  });

  it("leaves a forged text to the schema, which refuses it", async () => {
    const read = await richTextReader();
    const forged = '{"type":"doc","content":[{"type":"iframe"}]}';
    assert.equal(isWrittenText(forged), true);
    assert.equal(richText.safeParse(read(forged)).success, false);
    assert.equal(richText.safeParse(read(`${forged},`)).success, false);
  });

  it("has both ways of writing in hand", async () => {
    assert.deepEqual(await richTextValue(text), { text, markdown: "**Two**\n" });
  });
});
