import type { CourseDraft } from "#modules/academy/contract/transfer.ts";

/** Names that parts of a curriculum keep for ever. */
export const keysOf = (draft: CourseDraft): string[] => [
  ...draft.modules.map(({ key }) => key),
  ...draft.modules.flatMap(({ lessons }) => lessons.map(({ key }) => key)),
  ...draft.quizzes.map(({ key }) => key),
  ...draft.assignments.map(({ key }) => key),
  ...draft.packages.map(({ id }) => id),
];

/** All ids that are the draft's own: its keys, and those of blocks, criteria and levels. */
export const ownIdsOf = (draft: CourseDraft): string[] => [
  ...keysOf(draft),
  ...draft.modules.flatMap(({ lessons }) => lessons.flatMap(({ blocks }) => blocks.map(({ id }) => id))),
  ...draft.assignments.flatMap(({ rubric }) =>
    rubric.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)]),
  ),
];
