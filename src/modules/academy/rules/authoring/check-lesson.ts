import type { BlockKind, CompletionRule } from "#modules/academy/contract/content.ts";
import { checkBlock } from "#modules/academy/rules/authoring/check-block.ts";
import { headingLevels } from "#modules/academy/rules/authoring/check-text.ts";
import type { CheckedDraft, CheckedLesson, Fault } from "#modules/academy/rules/authoring/finding.ts";

/** What a lesson must hold for its rule ever to be met. */
const NEEDS: Partial<Record<CompletionRule["rule"], { kinds: readonly BlockKind[]; what: string }>> = {
  watch: { kinds: ["video", "audio"], what: "a video or a recording" },
  quiz: { kinds: ["quiz"], what: "a quiz" },
  submit: { kinds: ["assignment"], what: "an assignment" },
  grade: { kinds: ["assignment"], what: "an assignment" },
  package: { kinds: ["package"], what: "a package" },
};

function completionFault({ completion, blocks }: CheckedLesson): Fault[] {
  const need = NEEDS[completion.rule];
  if (!need || blocks.some(({ kind }) => need.kinds.includes(kind))) return [];
  return [
    {
      code: "never_complete",
      severity: "error",
      message: `Nobody can complete this lesson: its rule needs ${need.what}, and there is none. Add one or choose another rule.`,
    },
  ];
}

/** Headings go down one level at a time (WCAG 1.3.1); the lesson's title is level 1. */
function headingFaults({ blocks }: CheckedLesson): Fault[] {
  let before = 1;
  const faults: Fault[] = [];
  for (const block of blocks) {
    if (block.kind !== "text") continue;
    for (const level of headingLevels(block.text)) {
      if (level > before + 1)
        faults.push({
          code: "heading_skipped",
          severity: "warning",
          isAccessibility: true,
          blockId: block.id,
          message:
            "A heading skips a level. Use the next larger one, so that the parts of the lesson can be told apart.",
        });
      before = level;
    }
  }
  return faults;
}

function openingFaults({ opening }: CheckedLesson, known: ReadonlySet<string>): Fault[] {
  if ((opening.afterLessons ?? []).every((key) => known.has(key))) return [];
  return [
    {
      code: "after_unknown",
      severity: "error",
      message: "This lesson waits for one that is not in the draft any more. Change when it opens.",
    },
  ];
}

/** What is to mend in one lesson. */
export function checkLesson(lesson: CheckedLesson, draft: CheckedDraft, known: ReadonlySet<string>): Fault[] {
  if (lesson.blocks.length === 0)
    return [
      {
        code: "lesson_empty",
        severity: "error",
        message: "This lesson has nothing in it yet. Write it, or take it out.",
      },
    ];
  return [
    ...completionFault(lesson),
    ...openingFaults(lesson, known),
    ...headingFaults(lesson),
    ...lesson.blocks.flatMap((block) => checkBlock(block, draft)),
  ];
}
