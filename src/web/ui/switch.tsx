import type { ComponentProps, ReactNode } from "react";
import { useField } from "#web/forms/form-context.ts";

type SwitchProps = Omit<ComponentProps<"input">, "name" | "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** On or off, for a setting; a checkbox underneath, so that a plain form sends it. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const scope = useField(rest.name, { hint });
  return (
    <label className="flex min-h-11 items-center justify-between gap-4 py-2">
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {hint && (
          <span id={scope.hintId} className="block text-13 text-muted">
            {hint}
          </span>
        )}
      </span>
      <input
        {...rest}
        {...scope.aria}
        id={scope.id}
        type="checkbox"
        role="switch"
        defaultChecked={
          rest.checked === undefined ? (scope.kept ? scope.kept.length > 0 : rest.defaultChecked) : undefined
        }
        className="switch"
      />
    </label>
  );
}
