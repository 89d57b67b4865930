import type { z } from "zod";
import { AccountFacts } from "#modules/people/contract/account.ts";
import { Email, line } from "#modules/people/contract/words.ts";
import type { Field } from "#modules/people/rules/import/headings.ts";
import type { CheckField } from "#modules/people/rules/import/read-customer-file.ts";

const WORDS: Partial<Record<Field, string>> = {
  kind: "must be individual or organisation",
  country: "must be a two-letter country code, such as DE",
  currency: "must be a three-letter currency code, such as EUR",
  email: "must be an e-mail address",
  zone: "must be a time zone, such as Europe/Berlin",
  locale: "must be a language, such as de-DE",
};

const SCHEMAS: Partial<Record<Field, z.ZodType>> = {
  ...AccountFacts.shape,
  email: Email,
  externalId: line(100).min(1),
};

/** Checks a cell as a form would. Text no database keeps is refused. */
export const checkField: CheckField = (field, text) => {
  if (text.includes("\0") || !text.isWellFormed()) return "holds a sign that cannot be kept";
  const found = SCHEMAS[field]?.safeParse(text);
  if (!found || found.success) return undefined;
  return WORDS[field] ?? found.error.issues[0]?.message;
};
