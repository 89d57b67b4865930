import type { Block } from "#modules/academy/contract/content.ts";
import { checkText, filesOfText } from "#modules/academy/rules/authoring/check-text.ts";
import type { CheckedDraft, Fault } from "#modules/academy/rules/authoring/finding.ts";

const textsOf = (block: Block) => {
  if (block.kind === "text" || block.kind === "callout") return [block.text];
  if (block.kind === "video" || block.kind === "audio") return block.transcript ? [block.transcript] : [];
  return [];
};

/** The files a block shows or hands out. */
export function filesOfBlock(block: Block): string[] {
  const own = "fileId" in block ? [block.fileId] : [];
  const more =
    block.kind === "video"
      ? [...block.captions.map(({ fileId }) => fileId), ...(block.posterFileId ? [block.posterFileId] : [])]
      : [];
  return [...own, ...more, ...textsOf(block).flatMap(filesOfText)];
}

const fault = (code: string, severity: Fault["severity"], message: string): Fault => ({
  code,
  severity,
  message,
  isAccessibility: true,
});

function accessFault(block: Block): Fault | undefined {
  switch (block.kind) {
    case "image":
      return block.alt.trim()
        ? undefined
        : fault(
            "alt_missing",
            "warning",
            "A picture has no text for who cannot see it. Say what it shows, unless it only decorates.",
          );
    case "video":
      return block.captions.length > 0
        ? undefined
        : fault("captions_missing", "error", "A video has no captions. Add a WebVTT file with what is said.");
    case "audio":
      return block.transcript && block.transcript.content.length > 0
        ? undefined
        : fault("transcript_missing", "error", "A recording has no transcript. Write down what is said.");
    case "embed":
    case "file":
      return block.title.trim()
        ? undefined
        : fault(
            "title_missing",
            "warning",
            "Something has no title. Name what a student gets when opening it.",
          );
    default:
      return undefined;
  }
}

function quizFault(quizKey: string, draft: CheckedDraft): Fault | undefined {
  const quiz = draft.quizzes.get(quizKey);
  if (!quiz)
    return {
      code: "quiz_unknown",
      severity: "error",
      message: "The quiz that stands here is not in this draft. Choose another or take the block out.",
    };
  const short = quiz.sections.find(({ draw, pool }) => pool < (draw ?? 1));
  if (short || quiz.sections.length === 0)
    return {
      code: "quiz_short",
      severity: "error",
      message: short
        ? `“${quiz.title}” asks ${short.draw ?? 1} of ${short.pool} questions in one of its parts. Add questions or ask fewer.`
        : `“${quiz.title}” asks nothing. Give it questions.`,
    };
  return undefined;
}

function referenceFault(block: Block, draft: CheckedDraft): Fault | undefined {
  if (block.kind === "quiz") return quizFault(block.quizKey, draft);
  if (block.kind === "assignment" && !draft.assignmentKeys.has(block.assignmentKey))
    return {
      code: "assignment_unknown",
      severity: "error",
      message: "The assignment that stands here is not in this draft. Choose another or take the block out.",
    };
  if (block.kind === "package" && !draft.packageIds.has(block.packageId))
    return {
      code: "package_unknown",
      severity: "error",
      message: "The package that stands here is not there. Upload it or take the block out.",
    };
  if (filesOfBlock(block).some((fileId) => !draft.fileIds.has(fileId)))
    return {
      code: "file_missing",
      severity: "error",
      message: "A file that stands here is not there. Upload it again or take the block out.",
    };
  return undefined;
}

/** What is to mend in one block. */
export function checkBlock(block: Block, draft: CheckedDraft): Fault[] {
  const faults = [referenceFault(block, draft), accessFault(block), ...textsOf(block).flatMap(checkText)];
  return faults.flatMap((found) => (found ? [{ ...found, blockId: block.id }] : []));
}
