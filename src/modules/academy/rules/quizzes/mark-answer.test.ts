import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { QuestionBody } from "#modules/academy/contract/question.ts";
import { FULL_PPM, markAnswer } from "#modules/academy/rules/quizzes/mark-answer.ts";
import { questionFaults } from "#modules/academy/rules/quizzes/question-faults.ts";
import { anyAnswerTo, anyBody, fullAnswer } from "#test/factories/arbitrary-question.ts";
import { paragraph } from "#test/factories/course.ts";

const withAnswer = anyBody.chain((body) => fc.tuple(fc.constant(body), anyAnswerTo(body)));

const choice = (right: string, wrong: string): QuestionBody => ({
  kind: "multiple",
  options: [...right, ...wrong].map((id) => ({
    id,
    text: paragraph(id),
    correct: right.includes(id),
    feedback: "",
  })),
});

describe("a mark", () => {
  it("is everything for the key and nothing for no answer, of every sound question", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        assert.deepEqual(questionFaults(body), []);
        assert.equal(markAnswer(body, fullAnswer(body)), FULL_PPM);
        assert.equal(markAnswer(body, null), 0);
      }),
    );
  });

  it("lies between nothing and everything, in whole parts, whatever was answered", () => {
    fc.assert(
      fc.property(withAnswer, ([body, answer]) => {
        const mark = markAnswer(body, answer);
        assert.ok(Number.isInteger(mark) && mark >= 0 && mark <= FULL_PPM);
      }),
    );
  });

  it("is nothing for an answer to another kind of question", () => {
    fc.assert(
      fc.property(anyBody, anyBody, (body, other) => {
        fc.pre(body.kind !== other.kind);
        assert.equal(markAnswer(body, fullAnswer(other)), 0);
      }),
    );
  });

  it("of several choices takes wrong from right, and never rises by a wrong one", () => {
    const mark = (choices: string) =>
      markAnswer(choice("abc", "xy"), { kind: "multiple", choices: [...choices] });
    assert.deepEqual(
      ["a", "ab", "abc", "abx", "ax", "x", "abcxy", "axy"].map(mark),
      [333_333, 666_666, 1_000_000, 333_333, 0, 0, 333_333, 0],
    );
    fc.assert(
      fc.property(fc.subarray(["a", "b", "c"]), fc.subarray(["x", "y"]), (right, wrong) => {
        const alone = markAnswer(choice("abc", "xy"), { kind: "multiple", choices: right });
        assert.ok(
          markAnswer(choice("abc", "xy"), { kind: "multiple", choices: [...right, ...wrong] }) <= alone,
        );
      }),
    );
  });

  it("of an order counts neighbours: one moved item costs its places only, the reverse earns nothing", () => {
    const body: QuestionBody = { kind: "ordering", items: [..."abcde"].map((id) => ({ id, text: id })) };
    const mark = (order: string) => markAnswer(body, { kind: "ordering", order: [...order] });
    assert.deepEqual(["abcde", "bcdea", "edcba", "abced"].map(mark), [1_000_000, 750_000, 0, 500_000]);
  });

  it("of pairs takes either of two right sides that say the same", () => {
    const body: QuestionBody = {
      kind: "matching",
      pairs: [
        { id: "a", left: "Monday", right: "open" },
        { id: "b", left: "Tuesday", right: "open" },
        { id: "c", left: "Sunday", right: "closed" },
      ],
      distractors: ["half open"],
    };
    const mark = (rights: (string | null)[]) =>
      markAnswer(body, {
        kind: "matching",
        matches: rights.map((right, at) => ({ left: "abc"[at]!, right })),
      });
    assert.equal(mark(["pair:b", "pair:a", "pair:c"]), FULL_PPM);
    assert.equal(mark(["pair:b", "extra:0", null]), 333_333);
  });

  it("of a gap to choose takes the option, of one to type its words", () => {
    const body: QuestionBody = {
      kind: "cloze",
      text: "{{1}} and {{2}}",
      blanks: [
        { id: "1", accept: ["Umsatz"], caseSensitive: false },
        {
          id: "2",
          options: [
            { id: "p", text: "costs" },
            { id: "q", text: "profit" },
          ],
          correct: "p",
        },
      ],
    };
    const mark = (one: string, two: string) =>
      markAnswer(body, {
        kind: "cloze",
        blanks: [
          { blank: "1", value: one },
          { blank: "2", value: two },
        ],
      });
    assert.deepEqual([mark("UMSATZ ", "p"), mark("umsatz", "q"), mark("", "costs")], [FULL_PPM, 500_000, 0]);
  });
});
