import { useState } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { Field } from "#web/ui/field.tsx";
import type { TextInputProps } from "#web/ui/text-input.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";

/** A password, which can be shown where scripts run. Never refilled. */
export function PasswordInput({
  label,
  hint,
  error,
  optional,
  labelHidden,
  className,
  ...rest
}: TextInputProps) {
  const scope = useField(rest.name, { hint, error });
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <div className="relative">
        <input
          {...rest}
          {...scope.aria}
          id={scope.id}
          type={shown ? "text" : "password"}
          required={!optional}
          spellCheck={false}
          autoCapitalize="none"
          className={classNames(controlClass, controlHeight, "pe-18", className)}
        />
        {hydrated && (
          <button
            type="button"
            aria-pressed={shown}
            aria-label={`Show ${label.toLowerCase()}`}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 end-0 rounded-control px-3 text-13 text-muted hover:text-text"
          >
            {shown ? "Hide" : "Show"}
          </button>
        )}
      </div>
    </Field>
  );
}
