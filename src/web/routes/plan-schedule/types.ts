import type { z } from "zod";
import type { MovePreview } from "#modules/playbook/contract/schedule.ts";
import type { Timeline } from "#modules/playbook/contract/timeline.ts";
import type { Board, WorkPackage } from "#modules/playbook/contract/work-package.ts";

export type TimelineData = z.output<typeof Timeline>;
export type TimelineRow = TimelineData["rows"][number];
export type Preview = z.output<typeof MovePreview>;
export type WorkPackageData = z.output<typeof WorkPackage>;
export type BoardData = z.output<typeof Board>;
export type BoardColumn = BoardData["columns"][number];
export type BoardCard = BoardColumn["cards"][number];

/** What a move would do, or why it cannot be done, in words. */
export type Previewed = { preview: Preview } | { refused: string };
