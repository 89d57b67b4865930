import type { RawForm, RawValue } from "#web/forms/raw-form.ts";
import { richTextReader } from "#web/forms/rich-text.ts";

const text = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");
const isTree = (value: RawValue | undefined): value is RawForm =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof File);
const linesOf = (value: RawValue | undefined): string[] =>
  text(value)
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");

type Row = RawForm & { id: string; at: number };

/**
 * Rows of the form, each with its place there and an id: its own, or the next that is free. Rows without a text are left
 * out.
 */
function rowsOf(form: RawForm): Row[] {
  const rows = Array.isArray(form.rows) ? form.rows : [];
  const filled = rows.flatMap((row, at) => (isTree(row) && text(row.text) !== "" ? [{ row, at }] : []));
  const taken = new Set(filled.map(({ row }) => text(row.id)));
  let next = 1;
  return filled.map(({ row, at }) => {
    const own = text(row.id);
    if (own === "") while (taken.has(String(next))) next += 1;
    const id = own === "" ? String(next) : own;
    taken.add(id);
    return Object.assign({}, row, { id, at }) as Row;
  });
}

type Rich = Awaited<ReturnType<typeof richTextReader>>;

function readOptions(form: RawForm, kind: "single" | "multiple", rich: Rich) {
  // A radio names the place of its row.
  const isRight = (row: Row) =>
    kind === "single" ? text(form.right) === String(row.at) : text(row.correct) !== "";
  const options = rowsOf(form).map((row) => ({
    id: row.id,
    text: rich(row.text),
    correct: isRight(row),
    feedback: text(row.feedback),
  }));
  return { kind, options };
}

/** A gap to type into, or a list whose right option carries a star. */
function readBlank(row: Row) {
  const lines = linesOf(row.text);
  if (text(row.isList) === "") return { id: row.id, accept: lines, caseSensitive: false };
  const options = lines.map((line, at) => ({ id: String(at + 1), text: line.replace(/^\*\s*/u, "") }));
  const right = lines.findIndex((line) => line.startsWith("*"));
  return { id: row.id, options, correct: options[right]?.id ?? "?" };
}

function readBody(form: RawForm, rich: Rich): Record<string, unknown> {
  const kind = text(form.kind);
  switch (kind) {
    case "single":
    case "multiple":
      return readOptions(form, kind, rich);
    case "true_false":
      return { kind, answer: text(form.answer) === "true" };
    case "numeric":
      return { kind, value: form.value, tolerance: text(form.tolerance) || "0", unit: text(form.unit) };
    case "short_text":
      return { kind, accept: linesOf(form.lines), caseSensitive: text(form.caseSensitive) !== "" };
    case "ordering": {
      const rows = rowsOf(form).toSorted((a, b) => Number(text(a.place)) - Number(text(b.place)));
      return { kind, items: rows.map((row) => ({ id: row.id, text: text(row.text) })) };
    }
    case "matching":
      return {
        kind,
        pairs: rowsOf(form).map((row) => ({ id: row.id, left: text(row.text), right: text(row.right) })),
        distractors: linesOf(form.lines),
      };
    case "cloze":
      return { kind, text: text(form.text), blanks: rowsOf(form).map(readBlank) };
    default:
      return { kind };
  }
}

const isSaid = (value: unknown): boolean => JSON.stringify(value)?.includes('"text"') ?? false;

/** Turns what a question's form sent into what the operation takes; what is wrong is for the schema to say. */
export async function readQuestionForm(): Promise<(form: RawForm) => Record<string, unknown>> {
  const rich = await richTextReader();
  return (form) => {
    const explanation = rich(form.explanation);
    return {
      prompt: rich(form.prompt),
      body: readBody(form, rich),
      explanation: isSaid(explanation) ? explanation : null,
      points: form.points,
      tags: text(form.tags)
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
    };
  };
}
