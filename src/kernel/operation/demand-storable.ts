import { refuse } from "#kernel/errors.ts";

/** Deeper than any honest input; what walks a value by recursion must not run out of stack. */
const MAX_DEPTH = 32;

const fault = (path: string, what: string) => {
  const message = `${path || "The input"} ${what}`;
  return refuse("invalid", "input.invalid", `The input needs mending. ${message}.`, {
    issues: [{ path, message: what }],
  });
};

/** PostgreSQL keeps no NUL in text, and half a surrogate pair is no Unicode text at all. */
function demandText(text: string, path: string): void {
  if (text.includes("\0") || !text.isWellFormed()) throw fault(path, "holds a character that cannot be kept");
}

/**
 * Refuses, before anything else looks at it, input that no part of the house could keep: text with NUL or broken
 * Unicode, and values nested without end. Errors: `input.invalid` with the path.
 */
export function demandStorable(value: unknown, path = "", depth = 0): void {
  if (typeof value === "string") return demandText(value, path);
  if (!value || typeof value !== "object") return;
  if (depth >= MAX_DEPTH) throw fault(path, "is nested too deeply");
  for (const [key, inner] of Object.entries(value)) {
    demandText(key, path);
    demandStorable(inner, path === "" ? key : `${path}.${key}`, depth + 1);
  }
}
