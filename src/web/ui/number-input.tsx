import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { Field } from "#web/ui/field.tsx";
import type { TextInputProps } from "#web/ui/text-input.tsx";

/**
 * A number with its unit beside it. A text field with a number keyboard: `type="number"` changes its value
 * when somebody scrolls past, and drops what it cannot read without a word.
 */
export function NumberInput({
  label,
  hint,
  error,
  optional,
  labelHidden,
  unit,
  className,
  ...rest
}: TextInputProps & { unit?: string }) {
  const scope = useField(rest.name, { hint, error });
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <div className="flex items-center gap-2.5">
        <input
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...scope.aria}
          id={scope.id}
          type="text"
          required={!optional && rest.required !== false}
          defaultValue={rest.value === undefined ? (scope.kept?.[0] ?? rest.defaultValue) : undefined}
          className={classNames(controlClass, controlHeight, "max-w-44 text-end tabular-nums", className)}
        />
        {unit && <span className="text-muted">{unit}</span>}
      </div>
    </Field>
  );
}
