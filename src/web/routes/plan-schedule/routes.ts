import { route } from "@react-router/dev/routes";

/** When the work happens: the timeline, the board, and the page of one work package. */
export const consoleRoutes = [
  route("console/plan/timeline", "routes/plan-schedule/timeline.tsx"),
  route("console/plan/timeline/preview", "routes/plan-schedule/preview.ts"),
  route("console/plan/board", "routes/plan-schedule/board.tsx"),
  route("console/plan/work/:id", "routes/plan-schedule/work-package.tsx"),
];
