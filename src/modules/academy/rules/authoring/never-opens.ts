import type { CheckedLesson } from "#modules/academy/rules/authoring/finding.ts";

/**
 * Lessons that nobody can ever open: they wait for themselves, for each other, or for one that does. Found by opening
 * whatever can be opened until nothing more can (Kahn's algorithm); what is left waits in a circle.
 */
export function neverOpens(lessons: readonly CheckedLesson[]): CheckedLesson[] {
  const known = new Set(lessons.map(({ key }) => key));
  const open = new Set<string>();
  let waiting = [...lessons];
  for (;;) {
    // A lesson that is not there is a finding of its own and holds nobody up here.
    const opening = waiting.filter(({ opening: rule }) =>
      (rule.afterLessons ?? []).every((key) => open.has(key) || !known.has(key)),
    );
    if (opening.length === 0) return waiting;
    for (const { key } of opening) open.add(key);
    waiting = waiting.filter((lesson) => !opening.includes(lesson));
  }
}
