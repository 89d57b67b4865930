import { index, route } from "@react-router/dev/routes";

/** What could hurt the plan: the map, the list, and the page of one risk. */
export const consoleRoutes = [
  route("console/plan/risks", "routes/plan-risks/section.tsx", [
    index("routes/plan-risks/list.tsx"),
    route(":riskId", "routes/plan-risks/risk.tsx"),
  ]),
  route("console/plan/risks.csv", "routes/plan-risks/csv.ts"),
];
