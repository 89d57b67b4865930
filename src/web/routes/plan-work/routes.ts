import { route } from "@react-router/dev/routes";

/** People at work on the plan: what waits for one, what happened, and the plan in one's own calendar. */
export const consoleRoutes = [
  route("console/plan/my-work", "routes/plan-work/my-work.tsx"),
  route("console/plan/activity", "routes/plan-work/activity.tsx"),
  route("console/plan/calendar-feed", "routes/plan-work/calendar-feed.tsx"),
];

/** A calendar program signs in with nothing but the secret in its address. */
export const openRoutes = [route("calendar/:file", "routes/plan-work/calendar.ts")];
