import { isForm, type RawForm, type RawValue } from "./raw.ts";

const text = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");
const lines = (value: RawValue | undefined) =>
  text(value)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
/** Rows in which the first field stands; an empty row is no entry. */
const rows = (value: RawValue | undefined, first: string): RawForm[] =>
  Array.isArray(value) ? value.filter(isForm).filter((row) => text(row[first]) !== "") : [];

/** The input of `academy.update_course` out of the page's form. */
export function readFactsForm(
  form: RawForm,
  readText: (raw: RawValue | undefined) => unknown,
): Record<string, unknown> {
  const facts = isForm(form.facts) ? form.facts : {};
  const certificate = isForm(facts.certificate) ? facts.certificate : {};
  return {
    ...form,
    facts: {
      ...facts,
      subtitle: text(facts.subtitle),
      summary: text(facts.summary),
      description: readText(facts.description),
      durationDays: text(facts.durationDays) === "" ? null : Number(facts.durationDays),
      coverFileId: facts.coverFileId || null,
      outcomes: lines(facts.outcomes),
      audience: lines(facts.audience),
      requirements: lines(facts.requirements),
      faq: rows(facts.faq, "question"),
      instructors: rows(facts.instructors, "name"),
      certificate:
        text(certificate.title) === "" ? null : { ...certificate, statement: text(certificate.statement) },
    },
  };
}
