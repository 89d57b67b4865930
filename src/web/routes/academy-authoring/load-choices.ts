import type { z } from "zod";
import type { CourseFiles } from "#modules/academy/contract/authoring-files.ts";
import type { Call } from "#web/context.ts";
import type { Option } from "#web/ui/select.tsx";

/** What blocks of a course may refer to. */
export interface Choices {
  images: Option[];
  videos: Option[];
  audios: Option[];
  captions: Option[];
  files: Option[];
  quizzes: Option[];
  assignments: Option[];
}

/** The files, quizzes and assignments of a course, to choose from. */
export async function loadChoices(call: Call, courseId: string): Promise<Choices> {
  const [{ items }, quizzes, assignments] = await Promise.all([
    call<z.output<typeof CourseFiles>>("academy.list_course_files", { courseId }),
    call<{ items: { quizKey: string; title: string }[] }>("academy.list_quizzes", { courseId }),
    call<{ items: { assignmentKey: string; title: string }[] }>("academy.list_assignments", { courseId }),
  ]);
  const files = (fits: (type: string, name: string) => boolean): Option[] =>
    items
      .filter(({ mediaType, name }) => fits(mediaType, name))
      .map(({ fileId, name }) => ({ value: fileId, label: name }));
  return {
    images: files((type) => type.startsWith("image/")),
    videos: files((type) => type.startsWith("video/")),
    audios: files((type) => type.startsWith("audio/") || type.startsWith("video/")),
    captions: files((type, name) => type === "text/vtt" || name.endsWith(".vtt")),
    files: files(() => true),
    quizzes: quizzes.items.map(({ quizKey, title }) => ({ value: quizKey, label: title })),
    assignments: assignments.items.map(({ assignmentKey, title }) => ({
      value: assignmentKey,
      label: title,
    })),
  };
}
