import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { normalRichText } from "#kernel/browser/rich-text/normal-form.ts";
import { toPlainText } from "#kernel/browser/rich-text/plain-text.ts";
import { richText } from "#kernel/browser/rich-text.ts";
import { fromMarkdown, toMarkdown } from "#kernel/rich-text/rich-text.ts";
import { richTexts } from "#test/factories/rich-text.ts";

const FILE = "01990000-0000-7000-8000-000000000001";
const again = (markdown: string) => toMarkdown(fromMarkdown(markdown));

describe("Markdown of rich text", () => {
  it("gives every text back as it was", () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        const markdown = toMarkdown(text);
        assert.deepEqual(fromMarkdown(markdown), text, markdown);
      }),
      { numRuns: 300 },
    );
  });

  it("makes of any input a text that may be kept", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (input) => {
        const text = fromMarkdown(input);
        richText.parse(text);
        assert.deepEqual(normalRichText(text), text);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps HTML as the characters it is made of", () => {
    const tag = fc.constantFrom(
      "<script>",
      "</b>",
      "<img src=x onerror=a()>",
      "<!-- x -->",
      "<?php",
      "<svg/onload=a>",
    );
    fc.assert(
      fc.property(tag, fc.constantFrom("", "\n\n", "a ", "- ", "> "), (html, before) => {
        assert.ok(toPlainText(fromMarkdown(`${before}${html}`)).includes(html));
      }),
    );
  });

  it("writes each thing in one way", () => {
    assert.equal(
      again("Head\n====\n\n* one\n* two\n\n***\n\n__bold__ _slanted_"),
      "## Head\n\n- one\n- two\n\n---\n\n**bold** *slanted*\n",
    );
    assert.equal(again("~~~js\na\n~~~"), "```js\na\n```\n");
    assert.equal(again("| a |b|\n|:--|--:|\n| 1 | 2 |\n"), "| a | b |\n| - | - |\n| 1 | 2 |\n");
    assert.equal(again("one\\\ntwo  \nthree\nfour"), "one\\\ntwo\\\nthree four\n");
  });

  it("turns links that lead nowhere safe into text, and finds those written elsewhere", () => {
    const text = fromMarkdown(
      "[a](javascript:x) [b](data:text/html,x) [c][c] [d](//evil.example)\n\n[c]: /here",
    );
    assert.deepEqual(text.content, [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "a b " },
          { type: "text", text: "c", marks: [{ type: "link", attrs: { href: "/here" } }] },
          { type: "text", text: " d" },
        ],
      },
    ]);
  });

  it("shows pictures of the house, stands them alone, and links to others", () => {
    const text = fromMarkdown(
      `Look ![a door](/files/${FILE}) here ![x](https://e.org/x.png) and ![m](media/a.svg)`,
      {
        imageFile: (src) => (src === "media/a.svg" ? FILE : /\/files\/(.+)/.exec(src)?.[1]),
      },
    );
    assert.deepEqual(
      text.content.map(({ type }) => type),
      ["paragraph", "image", "paragraph", "image"],
    );
    assert.match(toMarkdown(text, { imageHref: () => "media/b.svg" }), /!\[m\]\(media\/b\.svg\)/);
    assert.match(toMarkdown(text), /\[x\]\(https:\/\/e\.org\/x\.png\)/);
  });

  it("keeps the words of what it does not know", () => {
    assert.equal(
      toPlainText(fromMarkdown("- [ ] open\n\nNote[^1]\n\n[^1]: below")),
      "[ ] open\nNote[^1]\n[^1]:\nbelow",
    );
  });
});
