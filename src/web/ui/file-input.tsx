import type { ComponentProps } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";

/** One file from the person's device. Its form needs `encType="multipart/form-data"`; it is never refilled. */
export function FileInput({
  label,
  hint,
  error,
  optional,
  labelHidden,
  className,
  ...rest
}: FieldTexts & Omit<ComponentProps<"input">, "name" | "type"> & { name: string }) {
  const scope = useField(rest.name, { hint, error });
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <input
        {...rest}
        {...scope.aria}
        id={scope.id}
        type="file"
        className={classNames(
          controlClass,
          "py-1.5 ps-1.5 file:me-3 file:h-7 file:rounded-mark file:border-0 file:bg-hover file:px-3 file:text-13",
          "file:font-medium file:text-text hover:file:bg-pressed touch:file:h-9",
          className,
        )}
      />
    </Field>
  );
}
