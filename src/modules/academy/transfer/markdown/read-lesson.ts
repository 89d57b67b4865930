import type { LessonDraft } from "#modules/academy/contract/transfer.ts";
import type { OpeningRule } from "#modules/academy/contract/content.ts";
import { toSlug } from "#modules/academy/transfer/draft/make-slug.ts";
import { lessonFields } from "#modules/academy/transfer/markdown/folder-fields.ts";
import { type LessonReading, readLessonBlocks } from "#modules/academy/transfer/markdown/lesson-blocks.ts";
import { readFields } from "#modules/academy/transfer/markdown/read-fields.ts";
import { readYaml } from "#modules/academy/transfer/markdown/read-yaml.ts";
import type { z } from "zod";

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

type Given = Omit<LessonReading, "toText">;

function openingOf({ days, on, after }: z.output<typeof lessonFields>["opens"], reading: Given): OpeningRule {
  const known = after?.filter((name) => reading.known.lessons.has(name));
  for (const name of after?.filter((one) => !reading.known.lessons.has(one)) ?? [])
    reading.losses.add(
      reading.at.item,
      reading.at.place,
      `It waits for a lesson "${name}" that is not here.`,
    );
  return {
    ...(days === undefined ? {} : { days }),
    ...(on === undefined ? {} : { onDate: on }),
    ...(known?.length ? { afterLessons: known.map(reading.lessonKey) } : {}),
  };
}

/** A lesson: front matter, then Markdown with directives. Undefined, and reported, without a readable front matter. */
export function readLesson(file: string, name: string, reading: Given): LessonDraft | undefined {
  const { at, losses } = reading;
  const [whole, front] = FRONT.exec(file) ?? [];
  if (whole === undefined || front === undefined) {
    losses.add(at.item, at.place, "It does not begin with its title and rules between two lines of ---.");
    return undefined;
  }
  const value = readYaml(front, at, losses);
  const fields = value === undefined ? undefined : readFields(lessonFields, value, at, losses);
  if (!fields) return undefined;
  const slug = toSlug(name, "lesson");
  return {
    key: reading.lessonKey(slug),
    slug,
    title: fields.title,
    summary: fields.summary,
    minutes: fields.minutes,
    isPreview: fields.preview,
    completion: fields.complete,
    opening: openingOf(fields.opens, reading),
    blocks: readLessonBlocks(file.slice(whole.length), slug, reading),
  };
}
