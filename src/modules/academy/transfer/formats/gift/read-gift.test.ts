import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { toPlainText } from "#kernel/rich-text/rich-text.ts";
import { soundQuestions } from "#modules/academy/transfer/draft/finish-draft.ts";
import { openLosses } from "#modules/academy/transfer/draft/losses.ts";
import { readGift } from "#modules/academy/transfer/formats/gift/read-gift.ts";

async function read(text: string) {
  const losses = openLosses();
  const source = { paths: ["bank.gift"], has: () => true, text: async () => text };
  const { questions } = await readGift(source, { fileName: "bank.gift", losses });
  return { questions: soundQuestions(questions, losses), losses: losses.list.map(({ why }) => why) };
}
const one = async (text: string) => {
  const { questions, losses } = await read(text);
  assert.equal(questions.length, 1, losses.join());
  return questions[0]!;
};

describe("GIFT", () => {
  it("reads choices with feedback, escapes and what is said to all", async () => {
    const question = await one(`// a comment
$CATEGORY: $course$/top/Roofs

::Q\\: 1::What is 2 \\= 2 {
=Yes \\~ it is#Right.
~No#Wrong\\#.
####Because.
}`);
    assert.equal(toPlainText(question.prompt), "What is 2 = 2");
    assert.deepEqual(question.tags, ["Roofs"]);
    assert.equal(toPlainText(question.explanation!), "Because.");
    assert.ok(question.body.kind === "single");
    assert.deepEqual(
      question.body.options.map(({ text, correct, feedback }) => [toPlainText(text), correct, feedback]),
      [
        ["Yes ~ it is", true, "Right."],
        ["No", false, "Wrong#."],
      ],
    );
  });

  it("reads several right ones by their weights, and says what weights meant", async () => {
    const { questions, losses } = await read("Which? {~%50%A ~%50%B ~%-100%C}");
    assert.ok(questions[0]?.body.kind === "multiple");
    assert.deepEqual(
      questions[0].body.options.map(({ correct }) => correct),
      [true, true, false],
    );
    assert.equal(losses.length, 1);
  });

  it("reads true and false, short texts, missing words, numbers, ranges and pairs", async () => {
    assert.deepEqual((await one("Sun rises {T#no#yes}")).body, { kind: "true_false", answer: true });
    assert.deepEqual((await one("Capital? {=Paris =paris}")).body, {
      kind: "short_text",
      accept: ["Paris", "paris"],
      caseSensitive: false,
    });
    assert.match(toPlainText((await one("Two plus {=two =2} is four.")).prompt), /^Two plus _+ is four\.$/);
    assert.deepEqual((await one("Born? {#1822:2}")).body, {
      kind: "numeric",
      value: 1822,
      tolerance: 2,
      unit: "",
    });
    assert.deepEqual((await one("Between? {#1..5}")).body, {
      kind: "numeric",
      value: 3,
      tolerance: 2,
      unit: "",
    });
    const pairs = (await one("Match. {=a -> 1 =b -> 2 = -> 3}")).body;
    assert.ok(pairs.kind === "matching");
    assert.deepEqual([pairs.pairs.map(({ right }) => right), pairs.distractors], [["1", "2"], ["3"]]);
  });

  it("names essays and texts that ask nothing", async () => {
    const { questions, losses } = await read("Write. {}\n\nJust a text.\n\nBroken {}}");
    assert.equal(questions.length, 0);
    assert.ok(losses.length >= 2);
  });

  it("never throws, and never gives a question that cannot be marked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            "::",
            "{",
            "}",
            "=",
            "~",
            "#",
            "%50%",
            "->",
            "\\",
            "\n\n",
            "a",
            " ",
            "T",
            "1..2",
            "####",
            "$CATEGORY: x\n",
            "//",
          ),
          { maxLength: 40 },
        ),
        async (parts) => {
          await read(parts.join(""));
        },
      ),
      { numRuns: 300 },
    );
  });
});
