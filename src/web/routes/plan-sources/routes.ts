import { route } from "@react-router/dev/routes";

/** Where the plan comes from: import, sources, questions, criteria, the rows behind a number, export. */
export const consoleRoutes = [
  route("console/plan/import", "routes/plan-sources/import.tsx"),
  route("console/plan/import/:draftId", "routes/plan-sources/import-preview.tsx"),
  route("console/plan/sources", "routes/plan-sources/sources.tsx"),
  route("console/plan/sources/:sourceId", "routes/plan-sources/source.tsx"),
  route("console/plan/questions", "routes/plan-sources/questions.tsx"),
  route("console/plan/questions.csv", "routes/plan-sources/questions-csv.ts"),
  route("console/plan/criteria", "routes/plan-sources/criteria.tsx"),
  route("console/plan/criteria.csv", "routes/plan-sources/criteria-csv.ts"),
  route("console/plan/metrics/:metric", "routes/plan-sources/metric.tsx"),
  route("console/plan/metrics/:metric/rows.csv", "routes/plan-sources/metric-csv.ts"),
  route("console/plan/export.md", "routes/plan-sources/export-markdown.ts"),
  route("console/plan/export.json", "routes/plan-sources/export-json.ts"),
];
