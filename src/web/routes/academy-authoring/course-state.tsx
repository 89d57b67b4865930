import { Badge } from "#web/ui/badge.tsx";

const LOOKS = {
  draft: { word: "Not published", tone: "neutral" },
  published: { word: "Published", tone: "positive" },
  archived: { word: "Archived", tone: "caution" },
} as const;

/** Where a course stands, in a word. */
export const CourseState = ({ status }: { status: keyof typeof LOOKS }) => (
  <Badge tone={LOOKS[status].tone}>{LOOKS[status].word}</Badge>
);
