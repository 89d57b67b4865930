import { route } from "@react-router/dev/routes";

/** Students who may not finish, and what students think of courses. */
export const consoleRoutes = [
  route("console/academy/at-risk", "routes/academy-coaching/at-risk.tsx"),
  route("console/academy/at-risk.csv", "routes/academy-coaching/at-risk-csv.ts"),
  route("console/academy/feedback", "routes/academy-coaching/feedback.tsx"),
];
