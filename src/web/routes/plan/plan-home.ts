import { redirect } from "react-router";

/** “Plan” in the rail opens its timeline. */
export const loader = () => redirect("/console/plan/timeline");
