import * as fc from "fast-check";
import { normalRichText } from "#kernel/browser/rich-text/normal-form.ts";
import type { Mark, RichNode, RichText } from "#kernel/browser/rich-text.ts";

// What Markdown reads as more than text, between words and spaces.
const words = fc
  .array(
    fc.constantFrom(
      ..."a b 1 Ä 中 🙂 . , ! # * ** _ ~ ~~ ` `` < > <b> </b> <!-- & &amp; [ ] ( ) [x](y) | \\ - + = : :: ::: { } 1. 2) www.a.de http://a.de a@b.de --- \" '".split(
        " ",
      ),
      " ",
      "  ",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const LINK: Mark = { type: "link", attrs: { href: "https://cairn.example/a_b?c=(d)&e=*" } };
// Struck punctuation within italics beside more italics is beyond what the writer of Markdown can say: one text in 25,000.
const marks: fc.Arbitrary<Mark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.subarray<Mark>([{ type: "bold" }, { type: "italic" }, { type: "code" }, LINK]) },
  { weight: 1, arbitrary: fc.subarray<Mark>([{ type: "strike" }, LINK]) },
);
const text: fc.Arbitrary<RichNode> = fc.record({ type: fc.constant("text" as const), text: words, marks });
const line = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant<RichNode>({ type: "hardBreak" }) },
  ),
  {
    maxLength: 5,
  },
);
const uuid = fc.uuid().map((id) => id.toLowerCase());

const cell = line.map(
  (content): RichNode => ({ type: "tableCell", content: [{ type: "paragraph", content }] }),
);
const leaf: fc.Arbitrary<RichNode> = fc.oneof(
  line.map((content): RichNode => ({ type: "paragraph", content })),
  fc.record({
    type: fc.constant("heading" as const),
    attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }),
    content: line,
  }),
  fc.record({
    type: fc.constant("codeBlock" as const),
    attrs: fc.record({ language: fc.constantFrom(null, "ts", "c++", "a`b") }),
    content: fc
      .array(fc.constantFrom("a", " ", "\n", "```", "~~~", "<b>"), { maxLength: 6 })
      .map((parts): RichNode[] => [{ type: "text", text: parts.join("") }]),
  }),
  fc.constant<RichNode>({ type: "horizontalRule" }),
  fc.record({ type: fc.constant("image" as const), attrs: fc.record({ fileId: uuid, alt: words }) }),
  fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(
    (table): RichNode => ({
      type: "table",
      content: table.map((content) => ({ type: "tableRow", content })),
    }),
  ),
);

const { block } = fc.letrec<{ block: RichNode; blocks: RichNode[]; items: RichNode[] }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 3 }),
  items: fc.array(
    tie("blocks").map((content): RichNode => ({ type: "listItem", content })),
    { minLength: 1, maxLength: 3 },
  ),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: tie("items").map((content): RichNode => ({ type: "bulletList", content })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("items"), fc.nat(99_999))
        .map(([content, start]): RichNode => ({ type: "orderedList", attrs: { start }, content })),
    },
    { weight: 1, arbitrary: tie("blocks").map((content): RichNode => ({ type: "blockquote", content })) },
  ),
}));

/** Any rich text, in its normal form. */
export const richTexts: fc.Arbitrary<RichText> = fc
  .array(block, { maxLength: 5 })
  .map((content) => normalRichText({ type: "doc", content }));
