import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";

/** Names an option within one attempt: its place as shown, so that it says nothing of the author's order. */
const shownId = z.string().min(1).max(12);

/**
 * What a student answers. `numeric` and `short_text` as typed; `ordering` from first to last; a `matching` right side is
 * null, and a `cloze` value empty, where nothing was chosen. Of a cloze gap with a list, `value` is the option's id.
 */
export const answer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), choice: shownId.nullable() }),
  z.object({ kind: z.literal("multiple"), choices: z.array(shownId).max(20) }),
  z.object({ kind: z.literal("true_false"), value: z.boolean().nullable() }),
  z.object({ kind: z.literal("numeric"), text: z.string().max(200) }),
  z.object({ kind: z.literal("short_text"), text: z.string().max(1000) }),
  z.object({ kind: z.literal("ordering"), order: z.array(shownId).max(20) }),
  z.object({
    kind: z.literal("matching"),
    matches: z.array(z.object({ left: shownId, right: shownId.nullable() })).max(20),
  }),
  z.object({
    kind: z.literal("cloze"),
    blanks: z.array(z.object({ blank: shownId, value: z.string().max(500) })).max(30),
  }),
]);
export type Answer = z.output<typeof answer>;

const option = z.object({ id: shownId, text: richText });
const line = z.object({ id: shownId, text: z.string() });

/** What is asked, without what is right. A cloze text is cut at its gaps; one with `options` is chosen, else typed. */
export const asked = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), options: z.array(option) }),
  z.object({ kind: z.literal("multiple"), options: z.array(option) }),
  z.object({ kind: z.literal("true_false") }),
  z.object({ kind: z.literal("numeric"), unit: z.string() }),
  z.object({ kind: z.literal("short_text") }),
  z.object({ kind: z.literal("ordering"), items: z.array(line) }),
  z.object({ kind: z.literal("matching"), lefts: z.array(line), rights: z.array(line) }),
  z.object({
    kind: z.literal("cloze"),
    parts: z.array(z.object({ text: z.string(), blank: shownId.nullable() })),
    blanks: z.array(z.object({ id: shownId, options: z.array(line).nullable() })),
  }),
]);
export type Asked = z.output<typeof asked>;

/** What would have been right, by the ids the student saw; given only when the quiz's rule on feedback says so. */
export const solution = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), choice: shownId }),
  z.object({ kind: z.literal("multiple"), choices: z.array(shownId) }),
  z.object({ kind: z.literal("true_false"), value: z.boolean() }),
  z.object({ kind: z.literal("numeric"), value: z.number(), tolerance: z.number(), unit: z.string() }),
  z.object({ kind: z.literal("short_text"), accept: z.array(z.string()) }),
  z.object({ kind: z.literal("ordering"), order: z.array(shownId) }),
  z.object({
    kind: z.literal("matching"),
    matches: z.array(z.object({ left: shownId, right: shownId })),
  }),
  z.object({
    kind: z.literal("cloze"),
    blanks: z.array(z.object({ blank: shownId, accept: z.array(z.string()), choice: shownId.nullable() })),
  }),
]);
export type Solution = z.output<typeof solution>;
