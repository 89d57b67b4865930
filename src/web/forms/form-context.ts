import { createContext, useContext, useId } from "react";
import type { FormState } from "#web/forms/form-state.ts";
import { valuePath } from "#web/forms/form-state.ts";

/** The form around a field: its id and, after a refusal, its state. */
export interface FormScope {
  id: string;
  state: FormState | null;
}

export const FormContext = createContext<FormScope | null>(null);

/** Everything a control needs to be labelled, described and refilled. */
export interface FieldScope {
  id: string;
  hintId: string;
  errorId: string;
  error: string | undefined;
  /** What was entered before the refusal; undefined when the form is fresh. */
  kept: string[] | undefined;
  /** To spread on the control. */
  aria: { "aria-invalid": true | undefined; "aria-describedby": string | undefined };
}

/** Where a field's control can be found, for links from the summary of errors. */
export function controlId(formId: string, path: string): string {
  return `${formId}-${path.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`;
}

/** Joins a control to its form by name. Outside of a form it still has ids. */
export function useField(name: string, given: { hint?: unknown; error?: string }): FieldScope {
  const fallback = useId();
  const form = useContext(FormContext);
  const path = valuePath(name);
  const id = form ? controlId(form.id, path) : fallback;
  const error = given.error ?? form?.state?.errors[path];
  const described = [given.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error,
    kept: form?.state ? (form.state.values[path] ?? []) : undefined,
    aria: { "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined },
  };
}
