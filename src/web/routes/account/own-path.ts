import { useLocation } from "react-router";

type Page = "profile" | "security" | "authenticator" | "recovery-codes" | "data.json";

/**
 * A page about oneself beside the one at an address: they stand in the console for who works here, and below `/account`
 * for customers.
 */
export function ownPath(pathname: string, page: Page): string {
  if (!pathname.startsWith("/console")) return `/account/${page}`;
  return page === "profile" ? "/console/profile" : `/console/profile/${page}`;
}

/** The same for an action: from the address the form was sent to. */
export const ownPathOf = (request: Request, page: Page): string =>
  ownPath(new URL(request.url).pathname, page);

/** The same for the page that is shown. */
export function useOwnPath(): (page: Page) => string {
  const { pathname } = useLocation();
  return (page) => ownPath(pathname, page);
}
