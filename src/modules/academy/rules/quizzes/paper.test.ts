import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { QuizSection } from "#modules/academy/contract/quiz.ts";
import { askQuestion } from "#modules/academy/rules/quizzes/ask-question.ts";
import { type Candidate, drawPaper } from "#modules/academy/rules/quizzes/draw-paper.ts";
import { AnswerUnfit, readAnswer, showAnswer } from "#modules/academy/rules/quizzes/read-answer.ts";
import { tellSolution } from "#modules/academy/rules/quizzes/tell-solution.ts";
import { anyAnswerTo, anyArrangement, anyBody, fullAnswer } from "#test/factories/arbitrary-question.ts";

const shown = anyBody.chain((body) => fc.tuple(fc.constant(body), anyArrangement(body), anyAnswerTo(body)));
const BOTH = { shuffleQuestions: true, shuffleOptions: true };
const NEITHER = { shuffleQuestions: false, shuffleOptions: false };

const candidate = (at: number): Candidate => ({
  questionId: `q${at}`,
  versionId: `v${at}`,
  kind: at % 3 === 0 ? "ordering" : "single",
  points: 1,
  tags: [`t${at % 4}`],
  lists: [4],
});
const section = (given: Partial<QuizSection>): QuizSection => ({
  title: "",
  draw: null,
  questionIds: [],
  tags: [],
  ...given,
});
const CANDIDATES = Array.from({ length: 20 }, (_, at) => candidate(at));
const anySections = fc.array(
  fc
    .record({
      draw: fc.option(fc.integer({ min: 1, max: 8 })),
      questionIds: fc.subarray(CANDIDATES.map(({ questionId }) => questionId)),
      tags: fc.subarray(["t0", "t1", "t2", "t3"]),
    })
    .map(section),
  { maxLength: 4 },
);

describe("what a student is shown and sends", () => {
  it("comes back as it was: an answer shown and read again is the same", () => {
    fc.assert(
      fc.property(shown, ([body, arrangement, answer]) => {
        assert.deepEqual(readAnswer(body, arrangement, showAnswer(body, arrangement, answer)), answer);
      }),
    );
  });

  it("tells the solution under the ids that were shown", () => {
    fc.assert(
      fc.property(shown, ([body, arrangement]) => {
        const solution = tellSolution(body, arrangement);
        const full = showAnswer(body, arrangement, fullAnswer(body));
        if (solution.kind === "single" || solution.kind === "multiple" || solution.kind === "ordering")
          assert.deepEqual(solution, full);
        if (solution.kind === "matching" && full.kind === "matching")
          assert.deepEqual(solution.matches, full.matches);
      }),
    );
  });

  it("names entries by their places alone, so that no id of the author's leaves", () => {
    fc.assert(
      fc.property(shown, ([body, arrangement]) => {
        const asked = askQuestion(body, arrangement);
        const ids = JSON.stringify(asked).matchAll(/"(?:id|blank)":"([^"]*)"/g);
        for (const [, id] of ids) assert.match(id ?? "", /^[1-9]\d?$/);
        assert.ok(
          !/"correct"|"accept"|"answer"|"value"|"tolerance"|"feedback"/.test(
            JSON.stringify(Object.keys(asked)),
          ),
        );
      }),
    );
  });

  it("is refused where it names what was not shown, names twice, or leaves an order unfinished", () => {
    const single = { kind: "true_false" as const, answer: true };
    assert.throws(() => readAnswer(single, [], { kind: "numeric", text: "1" }), AnswerUnfit);
    const order = { kind: "ordering" as const, items: ["a", "b", "c"].map((id) => ({ id, text: id })) };
    for (const ids of [
      ["1", "2"],
      ["1", "2", "2"],
      ["1", "2", "4"],
      ["a", "b", "c"],
      ["1", "2", "0"],
    ])
      assert.throws(
        () => readAnswer(order, [[2, 0, 1]], { kind: "ordering", order: ids }),
        AnswerUnfit,
        String(ids),
      );
    assert.deepEqual(readAnswer(order, [[2, 0, 1]], { kind: "ordering", order: ["2", "3", "1"] }), {
      kind: "ordering",
      order: ["a", "b", "c"],
    });
  });
});

describe("a paper", () => {
  it("is the same for the same seed, asks nothing twice, and as many as each section draws or has", () => {
    fc.assert(
      fc.property(anySections, fc.nat(), (sections, seed) => {
        const paper = drawPaper(sections, CANDIDATES, { seed, settings: BOTH });
        assert.deepEqual(drawPaper(sections, CANDIDATES, { seed, settings: BOTH }), paper);
        assert.equal(new Set(paper.map(({ questionId }) => questionId)).size, paper.length);
        const taken = new Set<string>();
        for (const [at, { draw, questionIds, tags }] of sections.entries()) {
          const pool = CANDIDATES.filter(
            (one) =>
              !taken.has(one.questionId) &&
              (questionIds.includes(one.questionId) || tags.includes(one.tags[0]!)),
          );
          const items = paper.filter((item) => item.section === at);
          assert.equal(items.length, Math.min(draw ?? pool.length, pool.length));
          for (const { questionId } of items) taken.add(questionId);
        }
      }),
    );
  });

  it("keeps the author's order where the quiz does not shuffle, but never shows an order sorted", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const questionIds = CANDIDATES.map(({ questionId }) => questionId);
        const paper = drawPaper([section({ questionIds })], CANDIDATES, { seed, settings: NEITHER });
        assert.deepEqual(
          paper.map(({ questionId }) => questionId),
          questionIds,
        );
        for (const [at, { arrangement }] of paper.entries())
          if (CANDIDATES[at]?.kind === "ordering") assert.notDeepEqual(arrangement, [[0, 1, 2, 3]]);
          else assert.deepEqual(arrangement, [[0, 1, 2, 3]]);
      }),
    );
  });

  it("draws each question as often as any other, and puts each option in each place as often", () => {
    const pool = CANDIDATES.filter(({ kind }) => kind === "single").slice(0, 8);
    const drawn = new Map<string, number>();
    const firsts = new Map<number, number>();
    const ids = pool.map(({ questionId }) => questionId);
    for (let seed = 0; seed < 4000; seed++)
      for (const { questionId, arrangement } of drawPaper([section({ draw: 2, questionIds: ids })], pool, {
        seed,
        settings: BOTH,
      })) {
        drawn.set(questionId, (drawn.get(questionId) ?? 0) + 1);
        firsts.set(arrangement[0]![0]!, (firsts.get(arrangement[0]![0]!) ?? 0) + 1);
      }
    for (const count of drawn.values()) assert.ok(count > 880 && count < 1120, `${count} of about 1000`);
    for (const count of firsts.values()) assert.ok(count > 1850 && count < 2150, `${count} of about 2000`);
  });
});
