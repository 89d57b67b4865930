import type { ComponentProps } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";

/** Several lines of text; grows with what is written where the browser can. `mono` for Markdown and JSON. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  labelHidden,
  mono,
  className,
  rows = 4,
  ...rest
}: FieldTexts & Omit<ComponentProps<"textarea">, "name"> & { name: string; mono?: boolean }) {
  const scope = useField(rest.name, { hint, error });
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <textarea
        dir="auto"
        rows={rows}
        {...rest}
        {...scope.aria}
        id={scope.id}
        required={!optional && rest.required !== false}
        defaultValue={rest.value === undefined ? (scope.kept?.[0] ?? rest.defaultValue) : undefined}
        className={classNames(
          controlClass,
          "field-sizing-content max-h-[60dvh] py-2",
          mono && "font-mono text-13",
          className,
        )}
      />
    </Field>
  );
}
