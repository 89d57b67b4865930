import { route } from "@react-router/dev/routes";

/** What proves the plan: deliverables, the evidence people bring, and the page of each deliverable. */
export const consoleRoutes = [
  route("console/plan/evidence", "routes/plan-evidence/evidence.tsx"),
  route("console/plan/evidence.csv", "routes/plan-evidence/evidence-csv.ts"),
  route("console/plan/evidence/brought", "routes/plan-evidence/brought.tsx"),
  route("console/plan/evidence/brought.csv", "routes/plan-evidence/brought-csv.ts"),
  route("console/plan/deliverables/:deliverableId", "routes/plan-evidence/deliverable.tsx"),
];
