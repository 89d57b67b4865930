import { redirect } from "react-router";

/** Billing has no page of its own: it opens with what people look for most. */
export const loader = () => redirect("/console/billing/subscriptions");
