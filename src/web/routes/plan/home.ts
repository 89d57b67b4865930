import { redirect } from "react-router";

/** Until the company has a website, the front door leads to the console. */
export const loader = () => redirect("/console");
