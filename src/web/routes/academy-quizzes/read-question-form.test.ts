import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { z } from "zod";
import { CreateQuestion } from "#modules/academy/contract/quizzes.ts";
import { coerce } from "#web/forms/coerce.ts";
import { readForm } from "#web/forms/raw-form.ts";
import { QUESTIONS } from "#test/factories/quiz.ts";
import { type FormRow, questionForm } from "./question-draft.ts";
import { readQuestionForm } from "./read-question-form.ts";

const courseId = "018f0000-0000-7000-8000-000000000001";

function rowFields(kind: string, row: FormRow, at: number): [string, string][] {
  const name = (field: string) => `rows[${at}].${field}`;
  return [
    [name("id"), row.id],
    [name("text"), row.text],
    [name("right"), row.right ?? ""],
    [name("feedback"), row.feedback ?? ""],
    [name("place"), String(at + 1)],
    ...(row.correct && kind === "multiple" ? [[name("correct"), "on"] as [string, string]] : []),
    ...(row.correct && kind === "single" ? [["right", String(at)] as [string, string]] : []),
    ...(row.isList ? [[name("isList"), "on"] as [string, string]] : []),
  ];
}

/** Posts a question's form as a browser without scripts does, two spare rows included. */
async function roundTrip(question: (typeof QUESTIONS)[number]): Promise<z.output<typeof CreateQuestion>> {
  const shown = await questionForm(question);
  const form = new FormData();
  const rows = [...shown.rows, { id: "", text: "" }, { id: "", text: "" }];
  const fields: [string, string][] = [
    ["kind", shown.kind],
    ["prompt", shown.prompt.markdown],
    ["explanation", shown.explanation.markdown],
    ["points", String(shown.points)],
    ["tags", shown.tags],
    ["value", shown.value],
    ["tolerance", shown.tolerance],
    ["unit", shown.unit],
    ["answer", String(shown.answer)],
    ["lines", shown.lines],
    ["text", shown.text],
    ...rows.flatMap((row, at) => rowFields(shown.kind, row, at)),
  ];
  for (const [name, value] of fields) form.append(name, value);
  const read = await readQuestionForm();
  return CreateQuestion.parse(coerce(CreateQuestion, { ...read(readForm(form)), courseId } as never));
}

describe("a question's form in the console", () => {
  for (const question of QUESTIONS)
    it(`keeps a question of kind ${question.body.kind} as it was`, async () => {
      const { courseId: _, slug: __, ...saved } = await roundTrip(question);
      const { slug: ___, ...given } = question;
      if (saved.body.kind !== "cloze") return assert.deepEqual(saved, given);
      // Options of a gap get new ids; what they say and which is right stay.
      const body = saved.body.blanks[0];
      assert.ok(body && "options" in body);
      assert.deepEqual(
        body.options.map(({ text }) => text),
        ["yes", "no"],
      );
      assert.equal(body.correct, body.options[0]?.id);
    });

  it("gives a new row an id that none has, drops empty ones, and keeps what an order says", async () => {
    const read = await readQuestionForm();
    const form = new FormData();
    for (const [name, value] of [
      ["kind", "ordering"],
      ["rows[0].id", "1"],
      ["rows[0].text", "last"],
      ["rows[0].place", "9"],
      ["rows[1].id", ""],
      ["rows[1].text", "first"],
      ["rows[1].place", "1"],
      ["rows[2].id", ""],
      ["rows[2].text", "  "],
      ["rows[2].place", "2"],
    ] as const)
      form.append(name, value);
    assert.deepEqual(read(readForm(form)).body, {
      kind: "ordering",
      items: [
        { id: "2", text: "first" },
        { id: "1", text: "last" },
      ],
    });
  });
});
