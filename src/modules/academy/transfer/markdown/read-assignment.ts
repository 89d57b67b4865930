import { fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { AssignmentDraft } from "#modules/academy/contract/transfer.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { assignmentFields } from "#modules/academy/transfer/markdown/folder-fields.ts";
import type { Reading } from "#modules/academy/transfer/markdown/folder-reading.ts";
import { readFields } from "#modules/academy/transfer/markdown/read-fields.ts";

/** An assignment of the folder. */
export function readAssignment(
  value: unknown,
  slug: string,
  { place, ...reading }: Reading & { place: string },
): AssignmentDraft | undefined {
  const fields = readFields(assignmentFields, value, { item: `Assignment ${slug}`, place }, reading.losses);
  if (!fields) return undefined;
  const { accepts } = fields;
  const idOf = (...words: string[]) => derivedId(reading.slug, "rubric", slug, ...words);
  return {
    key: reading.assignmentKey(slug),
    slug,
    title: fields.title,
    brief: fromMarkdown(fields.brief, { imageFile: (src) => reading.media(src) }),
    settings: {
      dueDays: fields.due_days,
      acceptsText: accepts.text,
      maxFiles: accepts.files,
      maxFileBytes: Math.max(1, Math.round(accepts.max_mb * 1_000_000)),
      fileTypes: accepts.types,
      attempts: fields.attempts,
      passingPercent: fields.passing_percent,
      secondMarking: fields.second_marking,
    },
    rubric: fields.rubric.map(({ key, title, description, levels }) => ({
      id: idOf(key),
      title,
      description,
      levels: levels.map((level, at) => ({ id: idOf(key, String(at)), ...level })),
    })),
  };
}
