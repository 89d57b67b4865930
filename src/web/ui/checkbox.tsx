import type { ComponentProps, ReactNode } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { FieldError } from "#web/ui/field.tsx";

type CheckboxProps = Omit<ComponentProps<"input">, "name" | "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
};

/** The box itself, for lists that lay out their own labels. */
export const checkClass =
  "m-0 size-4 shrink-0 appearance-none rounded-mark border border-control bg-surface bg-center bg-no-repeat transition-colors checked:border-accent checked:bg-accent aria-invalid:border-critical disabled:opacity-50 check-mark";

/** Yes or no. The whole line is the target, 44 px high on touch. */
export function Checkbox({ label, hint, error, className, ...rest }: CheckboxProps) {
  const scope = useField(rest.name, { hint, error });
  const value = rest.value === undefined ? "on" : String(rest.value);
  const isKept = scope.kept && scope.kept.includes(value);
  return (
    <div className={className}>
      <label className="flex min-h-9 items-start gap-2.5 py-2 touch:min-h-11 touch:py-3">
        <input
          {...rest}
          {...scope.aria}
          id={rest.value === undefined ? scope.id : `${scope.id}-${value}`}
          type="checkbox"
          defaultChecked={rest.checked === undefined ? (isKept ?? rest.defaultChecked) : undefined}
          className={classNames(checkClass, "mt-0.5")}
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={scope.hintId} className="block text-13 text-muted">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError scope={scope} />
    </div>
  );
}
