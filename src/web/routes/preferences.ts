import { redirect } from "react-router";
import { pageContext } from "#web/context.ts";
import { preferenceCookie } from "#web/cookies.ts";
import { localPath } from "#web/local-path.ts";
import type { Problem } from "#web/problem.ts";
import { problemResponse } from "#web/problem.ts";
import type { Route } from "./+types/preferences.ts";

const allowed: Record<string, readonly string[]> = {
  theme: ["system", "light", "dark"],
  rail: ["full", "icons"],
};

/** Keeps how somebody wants to see the screen, then goes back to the page they were on. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  if (form.get("csrf") !== context.get(pageContext).csrf) throw problemResponse(expired);
  const headers = new Headers();
  for (const name of ["theme", "rail"] as const) {
    const value = form.get(name);
    if (typeof value !== "string" || !allowed[name]?.includes(value)) continue;
    headers.append("set-cookie", preferenceCookie(name, value, context.get(pageContext).secureCookies));
  }
  return redirect(localPath(form.get("back"), "/console"), { headers });
}

export function loader(): Response {
  return redirect("/console");
}

const expired: Problem = {
  kind: "forbidden",
  code: "web.form_expired",
  message: "This page is too old to change a setting. Reload it and try again.",
  issues: [],
};
