import type { RawForm, RawValue } from "#web/forms/raw-form.ts";
import { richTextReader } from "#web/forms/rich-text.ts";

const text = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");
const isTree = (value: RawValue | undefined): value is RawForm =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof File);
const list = (value: RawValue | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");

/** A section of the form; null for the spare one that stayed empty. */
function readSection(row: RawForm) {
  const questionIds = list(row.questionIds);
  const tags = text(row.tags)
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const isEmpty = text(row.title) === "" && questionIds.length === 0 && tags.length === 0;
  return isEmpty || text(row.remove) !== ""
    ? []
    : [{ title: text(row.title), draw: text(row.draw), questionIds, tags }];
}

/** Turns what a quiz's form sent into what the operation takes; what is wrong is for the schema to say. */
export async function readQuizForm(): Promise<(form: RawForm) => Record<string, unknown>> {
  const rich = await richTextReader();
  return (form) => ({
    title: form.title,
    ...(text(form.slug) && { slug: form.slug }),
    intro: rich(form.intro),
    settings: form.settings,
    sections: (Array.isArray(form.sections) ? form.sections : []).filter(isTree).flatMap(readSection),
  });
}
