import type { Option } from "#web/ui/select.tsx";

/** Languages a course may be in; its page and captions say so to readers and machines. */
export const LANGUAGES: readonly Option[] = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
  { value: "fr", label: "French" },
  { value: "es", label: "Spanish" },
  { value: "it", label: "Italian" },
  { value: "pt", label: "Portuguese" },
  { value: "nl", label: "Dutch" },
  { value: "pl", label: "Polish" },
  { value: "tr", label: "Turkish" },
  { value: "ar", label: "Arabic" },
  { value: "hi", label: "Hindi" },
  { value: "ja", label: "Japanese" },
  { value: "zh", label: "Chinese" },
];

/** How much a student should know before. */
export const LEVELS: readonly Option[] = [
  { value: "beginner", label: "Beginner" },
  { value: "intermediate", label: "Intermediate" },
  { value: "advanced", label: "Advanced" },
];

/** What can stand in a lesson. */
export const BLOCK_KINDS: readonly Option[] = [
  { value: "text", label: "Text" },
  { value: "image", label: "Picture" },
  { value: "video", label: "Video" },
  { value: "audio", label: "Sound" },
  { value: "file", label: "File to download" },
  { value: "embed", label: "Something of another site" },
  { value: "code", label: "Code" },
  { value: "callout", label: "Callout" },
  { value: "quiz", label: "Quiz" },
  { value: "assignment", label: "Assignment" },
  { value: "live", label: "Live session" },
];

/** What a block is called. */
export const kindLabel = (kind: string): string =>
  kind === "package" ? "Package" : (BLOCK_KINDS.find(({ value }) => value === kind)?.label ?? kind);

/** What completes a lesson, as authors choose it. */
export const RULES: readonly Option[] = [
  { value: "read", label: "Time spent on the page" },
  { value: "watch", label: "Share of the recordings really played" },
  { value: "quiz", label: "Best score of its quiz" },
  { value: "submit", label: "Handing in its assignment" },
  { value: "grade", label: "Mark of its assignment" },
  { value: "package", label: "What its package reports" },
  { value: "confirm", label: "The student says so" },
];
