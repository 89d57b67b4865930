import type { RichText } from "#kernel/browser/rich-text.ts";
import type { QuestionBody } from "#modules/academy/contract/question.ts";
import { type RichTextValue, richTextValue } from "#web/forms/rich-text.ts";
import type { QuestionKind } from "./words.ts";

/** A row of a question's form, whatever the row is of; texts in Markdown. */
export interface FormRow {
  id: string;
  text: string;
  right?: string;
  correct?: boolean;
  feedback?: string;
  isList?: boolean;
}

/** A question as its form needs it. */
export interface QuestionForm {
  kind: QuestionKind;
  prompt: RichTextValue;
  explanation: RichTextValue;
  points: number;
  tags: string;
  rows: FormRow[];
  value: string;
  tolerance: string;
  unit: string;
  answer: boolean;
  /** One per line. */
  lines: string;
  text: string;
  caseSensitive: boolean;
}

const EMPTY: RichText = { type: "doc", content: [] };
const markdown = async (text: RichText): Promise<string> => (await richTextValue(text)).markdown.trim();

/** The right option of a list gap carries a star: where it stands says nothing then. */
function blankLines(blank: Extract<QuestionBody, { kind: "cloze" }>["blanks"][number]): string {
  if (!("options" in blank)) return blank.accept.join("\n");
  return blank.options.map(({ id, text }) => (id === blank.correct ? `*${text}` : text)).join("\n");
}

async function rowsOf(body: QuestionBody): Promise<FormRow[]> {
  switch (body.kind) {
    case "single":
    case "multiple":
      return Promise.all(
        body.options.map(async ({ id, text, correct, feedback }) => ({
          id,
          text: await markdown(text),
          correct,
          feedback,
        })),
      );
    case "ordering":
      return body.items;
    case "matching":
      return body.pairs.map(({ id, left, right }) => ({ id, text: left, right }));
    case "cloze":
      return body.blanks.map((blank) => ({
        id: blank.id,
        text: blankLines(blank),
        isList: "options" in blank,
      }));
    default:
      return [];
  }
}

interface Given {
  prompt: RichText;
  body: QuestionBody;
  explanation: RichText | null;
  points: number;
  tags: readonly string[];
}

/** Turns a question into what its form shows. */
export async function questionForm({
  prompt,
  body,
  explanation,
  points,
  tags,
}: Given): Promise<QuestionForm> {
  return {
    kind: body.kind,
    prompt: await richTextValue(prompt),
    explanation: await richTextValue(explanation ?? EMPTY),
    points,
    tags: tags.join(", "),
    rows: await rowsOf(body),
    value: body.kind === "numeric" ? String(body.value) : "",
    tolerance: body.kind === "numeric" ? String(body.tolerance) : "0",
    unit: body.kind === "numeric" ? body.unit : "",
    answer: body.kind === "true_false" ? body.answer : true,
    lines:
      body.kind === "short_text"
        ? body.accept.join("\n")
        : body.kind === "matching"
          ? body.distractors.join("\n")
          : "",
    text: body.kind === "cloze" ? body.text : "",
    caseSensitive: body.kind === "short_text" ? body.caseSensitive : false,
  };
}

/** An empty form of a kind. */
export async function emptyForm(kind: QuestionKind): Promise<QuestionForm> {
  const none = await richTextValue(EMPTY);
  return {
    kind,
    prompt: none,
    explanation: none,
    points: 1,
    tags: "",
    rows: [],
    value: "",
    tolerance: "0",
    unit: "",
    answer: true,
    lines: "",
    text: "",
    caseSensitive: false,
  };
}
