import { newId } from "#kernel/ids.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Operations } from "#main/modules.ts";
import { soundBlocks } from "#test/factories/sound-blocks.ts";
import type { TestApp } from "#test/harness.ts";

/** One paragraph. */
export const paragraph = (text: string): RichText => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

type LessonGiven = Partial<Operations["academy.add_lesson"]["input"]> & { slug: string };

/** A published course of one module; `lessons` by slug give their keys. */
export interface WrittenCourse {
  courseId: string;
  curriculumId: string;
  slug: string;
  moduleKey: string;
  lessons: Record<string, string>;
}

/** Writes and publishes a course with one module of the lessons given. */
export async function writeCourse(
  house: TestApp,
  given: {
    slug?: string;
    entitlement?: string | null;
    lessons?: readonly LessonGiven[];
    publish?: boolean;
  } = {},
): Promise<WrittenCourse> {
  const slug = given.slug ?? `course-${newId().slice(-8)}`;
  const { courseId, curriculumId } = await house.call("academy.create_course", {
    slug,
    title: `Course ${slug}`,
    summary: "What there is to learn.",
    entitlement: given.entitlement ?? null,
    certificate: { title: "Certificate", statement: "has finished the course" },
  });
  const module = await house.call("academy.add_module", { courseId, title: "Beginning" });
  const lessons: Record<string, string> = {};
  for (const lesson of given.lessons ?? [{ slug: "first" }, { slug: "second" }]) {
    const words = { id: newId(), kind: "text", text: paragraph(`Words of ${lesson.slug}.`) } as const;
    const made = await house.call("academy.add_lesson", {
      courseId,
      moduleKey: module.key,
      title: `Lesson ${lesson.slug}`,
      completion: { rule: "read", seconds: 10 },
      ...lesson,
      blocks: await soundBlocks(house, { courseId, curriculumId }, lesson.blocks ?? [words]),
    });
    lessons[lesson.slug] = made.key;
  }
  if (given.publish !== false) await house.call("academy.publish_curriculum", { courseId });
  return { courseId, curriculumId, slug, moduleKey: module.key, lessons };
}
