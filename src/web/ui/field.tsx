import type { ReactNode } from "react";
import type { FieldScope } from "#web/forms/form-context.ts";
import { Icon } from "#web/ui/icon.tsx";

/** What every field may say about itself. */
export interface FieldTexts {
  label: string;
  /** What to enter and why, under the label. */
  hint?: ReactNode;
  /** Overrides the error that the form's state holds for this name. */
  error?: string;
  /** Marks the field as one that may stay empty; required fields carry no mark. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where the place says it (a search box). */
  labelHidden?: boolean;
}

/** Label above, hint under it, control, then what to mend. */
export function Field({
  label,
  hint,
  optional,
  labelHidden,
  scope,
  children,
}: FieldTexts & { scope: FieldScope; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={scope.id} className={labelHidden ? "sr-only" : "mb-1 block text-13 font-medium"}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      <FieldHint scope={scope} hint={hint} />
      {children}
      <FieldError scope={scope} />
    </div>
  );
}

/** The line under a label. */
export function FieldHint({ scope, hint }: { scope: FieldScope; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <p id={scope.hintId} className="mb-1.5 text-13 text-pretty text-muted">
      {hint}
    </p>
  );
}

/** The line under a control that says what to mend. */
export function FieldError({ scope }: { scope: FieldScope }) {
  if (!scope.error) return null;
  return (
    <p id={scope.errorId} className="mt-1.5 flex gap-1.5 text-13 font-medium text-critical">
      <Icon name="circle-alert" className="mt-0.5" />
      {scope.error}
    </p>
  );
}
