import type { ComponentProps } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";

export type TextInputProps = FieldTexts & Omit<ComponentProps<"input">, "name"> & { name: string };

/** One line of text; `type` for e-mail, search, address, password. Refilled after a refusal by its name. */
export function TextInput({ label, hint, error, optional, labelHidden, className, ...rest }: TextInputProps) {
  const scope = useField(rest.name, { hint, error });
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <input
        dir={rest.type === "text" || rest.type === undefined ? "auto" : undefined}
        {...rest}
        {...scope.aria}
        id={scope.id}
        required={!optional && rest.required !== false}
        defaultValue={rest.value === undefined ? (scope.kept?.[0] ?? rest.defaultValue) : undefined}
        className={classNames(controlClass, controlHeight, className)}
      />
    </Field>
  );
}
