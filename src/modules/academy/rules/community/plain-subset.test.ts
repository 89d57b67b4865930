import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { richText } from "#kernel/browser/rich-text.ts";
import { fromMarkdown, toPlainText } from "#kernel/rich-text/rich-text.ts";
import { plainSubset } from "#modules/academy/rules/community/plain-subset.ts";

const read = (markdown: string) => plainSubset(fromMarkdown(markdown));
const typesIn = (value: unknown): string[] =>
  Array.from(JSON.stringify(value).matchAll(/"type":"(\w+)"/g), ([, type]) => type!);

describe("the text of a post", () => {
  it("keeps lists, quotes, code and links", () => {
    const types = new Set(
      typesIn(read("- *a* [link](https://example.com)\n\n> quote\n\n```\ncode\n```\n\n1. one")),
    );
    for (const type of ["bulletList", "orderedList", "blockquote", "codeBlock", "link", "italic"])
      assert.ok(types.has(type), type);
  });

  it("has no headings, tables and pictures, and loses none of their words", () => {
    const text = read(
      "# Title\n\n| a | b |\n|---|---|\n| c | d |\n\n![alt](https://example.com/x.png)\n\n---",
    );
    for (const type of ["heading", "table", "tableCell", "image", "horizontalRule"])
      assert.ok(!typesIn(text).includes(type), type);
    for (const word of ["Title", "a", "b", "c", "d"]) assert.ok(toPlainText(text).includes(word), word);
    assert.ok(richText.safeParse(text).success);
  });

  it("has nothing that runs", () => {
    const text = JSON.stringify(
      read('<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror="y">'),
    );
    assert.ok(!/"href":"javascript/.test(text));
    assert.ok(!/"type":"(image|html|script)"/.test(text));
  });
});
