import { redirect } from "react-router";
import type { SignInStep } from "#kernel/auth/door.ts";
import { localPath } from "#web/local-path.ts";

/** Where somebody wanted to go before they had to sign in; the console otherwise. */
export function wayBack(url: string): string {
  return localPath(new URL(url).searchParams.get("next"), "/console");
}

/** The address of another step of signing in that remembers the way back. */
export function stepPath(path: string, next: string): string {
  return next === "/console" ? path : `${path}?${new URLSearchParams({ next })}`;
}

/** Goes on after a step: to the second one, or in. */
export function goOn({ step, cookies }: SignInStep, next: string): Response {
  return redirect(step === "signed_in" ? next : stepPath("/sign-in/code", next), {
    headers: withCookies(cookies),
  });
}

/** Headers that set several cookies. */
export function withCookies(cookies: readonly string[]): Headers {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}
