import type { Problem } from "#web/problem.ts";
import { fieldPath } from "#web/problem.ts";

/** What a refused form gives back to its page: what is wrong where, and everything that was entered. */
export interface FormState {
  /** Set when the page holds several forms: the `intent` of the one that was sent. */
  intent: string | null;
  /** What is wrong with the whole; null when only fields are. */
  message: string | null;
  /** Field path in dots to what to do about it. */
  errors: Record<string, string>;
  /** Field path in dots to what was entered; secrets are never kept. */
  values: Record<string, string[]>;
}

const SECRET = /password|secret|token|passphrase/iu;

/** The texts a form held, by field; files and secrets are not given back. */
export function keptValues(form: FormData): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "csrf" || name === "intent" || SECRET.test(name)) continue;
    const path = valuePath(name);
    kept[path] = [...(kept[path] ?? []), value];
  }
  return kept;
}

/** Where a field's value and error are kept: the name in dots, without the mark of a list. */
export function valuePath(name: string): string {
  return fieldPath(name.replace(/\[\]$/u, ""));
}

/** A refused form from a problem. An issue of a field the form does not show speaks for the whole form. */
export function refusedForm(form: FormData, problem: Problem): FormState {
  const shown = new Set([...form.keys()].map(valuePath));
  const entries = problem.issues.map(({ path, message }) => [path, message] as const);
  const atFields = entries.filter(([path]) => path !== "");
  const elsewhere = entries
    .filter(([path]) => path === "" || !isShown(shown, path))
    .map(([, message]) => message);
  const whole =
    problem.kind === "invalid" && problem.issues.length > 0 ? elsewhere : [problem.message, ...elsewhere];
  return {
    intent: text(form.get("intent")),
    message: [...new Set(whole)].filter(Boolean).join(" ") || null,
    errors: inOrder(atFields, [...shown]),
    values: keptValues(form),
  };
}

/** The first fault of each field, in the order the form asks for them. */
function inOrder(
  faults: readonly (readonly [path: string, message: string])[],
  fields: readonly string[],
): Record<string, string> {
  const first = new Map(faults.toReversed());
  const place = (path: string) => (fields.includes(path) ? fields.indexOf(path) : fields.length);
  return Object.fromEntries([...first].toSorted(([a], [b]) => place(a) - place(b)));
}

// An unticked checkbox or an empty list sends nothing, so a missing name alone proves nothing: only issues
// about ids and the like, which nobody can correct in a field, are moved to the top.
function isShown(shown: ReadonlySet<string>, path: string): boolean {
  return (
    shown.has(path) ||
    [...shown].some((name) => name.startsWith(`${path}.`) || path.startsWith(`${name}.`)) ||
    !/id$/iu.test(path)
  );
}

function text(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value : null;
}
