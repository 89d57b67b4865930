import { checkLesson } from "#modules/academy/rules/authoring/check-lesson.ts";
import type { CheckedDraft, Fault, Finding } from "#modules/academy/rules/authoring/finding.ts";
import { neverOpens } from "#modules/academy/rules/authoring/never-opens.ts";

type Place = Pick<Finding, "place" | "moduleKey" | "lessonKey">;

const at = (place: Place, fault: Fault): Finding => ({
  isAccessibility: false,
  blockId: null,
  ...fault,
  ...place,
});

/** Everything in a draft to mend or to look at, in the order of the outline. */
export function checkDraft(draft: CheckedDraft): Finding[] {
  const lessons = draft.modules.flatMap((module) => module.lessons);
  const known = new Set(lessons.map(({ key }) => key));
  const stuck = new Set(neverOpens(lessons));
  const course: Place = { place: "The course", moduleKey: null, lessonKey: null };
  const findings: Finding[] = [];
  if (lessons.length === 0)
    findings.push(
      at(course, {
        code: "course_empty",
        severity: "error",
        message: "There is no lesson yet. Add the first.",
      }),
    );
  if (!draft.summary.trim())
    findings.push(
      at(course, {
        code: "summary_missing",
        severity: "warning",
        message: "The course has no summary. Say in two sentences what people will be able to do.",
      }),
    );
  for (const module of draft.modules) {
    const place = { place: module.title, moduleKey: module.key, lessonKey: null };
    if (module.lessons.length === 0)
      findings.push(
        at(place, {
          code: "module_empty",
          severity: "warning",
          message: "This module has no lessons. Add one, or take it out.",
        }),
      );
    for (const lesson of module.lessons) {
      const where = { place: lesson.title, moduleKey: module.key, lessonKey: lesson.key };
      findings.push(...checkLesson(lesson, draft, known).map((fault) => at(where, fault)));
      if (stuck.has(lesson))
        findings.push(
          at(where, {
            code: "never_opens",
            severity: "error",
            message: "Nobody can open this lesson: it waits, in the end, for itself. Change when it opens.",
          }),
        );
    }
  }
  return findings;
}
