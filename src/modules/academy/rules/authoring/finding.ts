import type { Block, CompletionRule, OpeningRule } from "#modules/academy/contract/content.ts";

/** Something in a draft to mend (`error`: it cannot be published so) or to look at (`warning`). */
export interface Finding {
  /** Stable; what kind of fault it is. */
  code: string;
  severity: "error" | "warning";
  /** True for what keeps people with a disability from learning (WCAG 2.2 AA). */
  isAccessibility: boolean;
  /** Where: null keys for the course itself. */
  moduleKey: string | null;
  lessonKey: string | null;
  blockId: string | null;
  /** Title of the lesson or module. */
  place: string;
  /** What is there, and what can be done. */
  message: string;
}

/** A lesson as the checks look at it. */
export interface CheckedLesson {
  key: string;
  title: string;
  completion: CompletionRule;
  opening: OpeningRule;
  blocks: readonly Block[];
}

/** What of the draft there is, and what there is to refer to. */
export interface CheckedDraft {
  summary: string;
  modules: readonly { key: string; title: string; lessons: readonly CheckedLesson[] }[];
  /** By key: per section how many questions it asks for (null: all) and how many there are. */
  quizzes: ReadonlyMap<string, { title: string; sections: readonly { draw: number | null; pool: number }[] }>;
  assignmentKeys: ReadonlySet<string>;
  packageIds: ReadonlySet<string>;
  fileIds: ReadonlySet<string>;
}

/** A fault within a lesson, before its place is known. */
export type Fault = Pick<Finding, "code" | "severity" | "message"> &
  Partial<Pick<Finding, "blockId" | "isAccessibility">>;
