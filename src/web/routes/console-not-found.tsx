import { problemResponse } from "#web/problem.ts";

/** An unknown address inside the console: the shell stays around the message. */
export function loader(): never {
  throw problemResponse({ kind: "not_found", code: "web.page_not_found", message: "", issues: [] });
}

export const action = loader;

export default function NotFound() {
  return null;
}
