import { problemResponse } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";

/** Nothing here needs scripts. */
export const handle: RouteHandle = { scripts: false };

/** Whatever no route knows. */
export function loader(): never {
  throw problemResponse({ kind: "not_found", code: "web.page_not_found", message: "", issues: [] });
}

export const action = loader;

export default function NotFound() {
  return null;
}
