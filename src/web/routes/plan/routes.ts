import { route } from "@react-router/dev/routes";

/** The plan: where it stands, its numbers, its gates. */
export const consoleRoutes = [
  route("console", "routes/plan/overview.tsx"),
  route("console/plan", "routes/plan/plan-home.ts"),
  route("console/plan/scorecard", "routes/plan/scorecard.tsx"),
  route("console/plan/scorecard.csv", "routes/plan/scorecard-csv.ts"),
  route("console/plan/scorecard/:nodeId", "routes/plan/target.tsx"),
  route("console/plan/gates", "routes/plan/gates.tsx"),
];
