import type { Block } from "#modules/academy/contract/content.ts";
import type { Mark, RichNode, RichText } from "#kernel/browser/rich-text.ts";

const words = (text: string, ...marks: Mark[]): RichNode => ({ type: "text", text, marks });
const line = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
const item = (...content: RichNode[]): RichNode => ({ type: "listItem", content });
const cells = (type: "tableHeader" | "tableCell", ...texts: string[]): RichNode => ({
  type: "tableRow",
  content: texts.map((text) => ({ type, content: [line(words(text))] })),
});

/** Something of everything a formatted text may hold. */
export const sampleText: RichText = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [words("What a first customer tells you")] },
    line(
      words("A price is a question. "),
      words("Ask it early", { type: "bold" }),
      words(", to people "),
      words("who have the problem", { type: "italic" }),
      words(", and write down "),
      words("what they do", { type: "link", attrs: { href: "/console/design" } }),
      words(" rather than "),
      words("what they say", { type: "strike" }),
      words("."),
    ),
    { type: "heading", attrs: { level: 3 }, content: [words("In this order")] },
    {
      type: "orderedList",
      attrs: { start: 1 },
      content: [
        item(line(words("Name the job in the customer's words"))),
        item(line(words("Show one thing that does it")), {
          type: "bulletList",
          content: [item(line(words("on paper"))), item(line(words("or by hand")))],
        }),
      ],
    },
    { type: "blockquote", content: [line(words("If they hesitate, ask what they pay today."))] },
    {
      type: "table",
      content: [
        cells("tableHeader", "Asked", "Answered", "Paid"),
        cells("tableCell", "40", "12", "3"),
        cells("tableCell", "Donaudampfschifffahrtsgesellschaft", "7", "2"),
      ],
    },
    { type: "heading", attrs: { level: 4 }, content: [words("As code")] },
    {
      type: "codeBlock",
      attrs: { language: "ts" },
      content: [words("const share = paid / asked;\n// 0.075, of which nothing follows yet")],
    },
    line(words("The field is called "), words("paid_at", { type: "code" }), words(".")),
    { type: "horizontalRule" },
    line(words("Next: what they buy again.")),
  ],
};

const id = (place: number) => `01990000-0000-7000-8000-00000000000${place}`;
const said: RichText = {
  type: "doc",
  content: [line(words("Ask what they did last time, not what they would do next time."))],
};

/** Blocks of a lesson that need no file of a course. */
export const sampleBlocks: Block[] = [
  { id: id(1), kind: "callout", tone: "note", title: "", text: said },
  { id: id(2), kind: "callout", tone: "tip", title: "Before you call", text: said },
  { id: id(3), kind: "callout", tone: "warning", title: "", text: said },
  { id: id(4), kind: "callout", tone: "example", title: "A roofer in Kassel", text: said },
  { id: id(5), kind: "code", language: "sql", code: "SELECT count(*) FROM call WHERE asked_price;" },
  { id: id(6), kind: "embed", url: "https://video.example/watch?v=1", title: "A talk about prices" },
  { id: id(7), kind: "file", fileId: id(8), title: "Interview guide" },
];
