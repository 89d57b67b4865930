import { publicUrl } from "#kernel/config.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { loadPreviewLesson } from "#modules/academy/catalogue/preview-lesson.ts";
import { CATALOGUE_EVENTS, coursePath } from "#modules/academy/catalogue/public-course.ts";
import { PreviewLesson, PreviewLessonRef } from "#modules/academy/contract/catalogue.ts";

/** A lesson that may be read for free. Kept in memory until a course changes. Errors: `academy.preview_unknown`. */
export const getPreviewLesson = defineQuery({
  name: "academy.get_preview_lesson",
  title: "Read a free lesson of a course",
  http: "GET /public/courses/:slug/lessons/:lesson",
  access: "public",
  input: PreviewLessonRef,
  output: PreviewLesson,
  run: async ({ db, config, keepUntilEvent, input }) => {
    const lesson = await keepUntilEvent(
      db,
      { key: `academy.preview:${input.slug}/${input.lesson}`, events: CATALOGUE_EVENTS },
      () => loadPreviewLesson(db, input),
    );
    return { ...lesson, url: `${publicUrl(config)}${coursePath(input.slug)}/preview/${input.lesson}` };
  },
});
