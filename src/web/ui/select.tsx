import type { ComponentProps } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** One thing to choose. `group` gathers options under a heading in the list. */
export interface Option {
  value: string;
  label: string;
  group?: string;
}

type SelectProps = FieldTexts &
  Omit<ComponentProps<"select">, "name"> & { name: string; options: readonly Option[]; emptyLabel?: string };

/** One choice of a known list, by the browser's own control; `emptyLabel` adds a first, empty choice. */
export function Select({
  label,
  hint,
  error,
  optional,
  labelHidden,
  options,
  emptyLabel,
  className,
  ...rest
}: SelectProps) {
  const scope = useField(rest.name, { hint, error });
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <div className="relative">
        <select
          {...rest}
          {...scope.aria}
          id={scope.id}
          defaultValue={rest.value === undefined ? (scope.kept?.[0] ?? rest.defaultValue) : undefined}
          className={classNames(controlClass, controlHeight, "appearance-none truncate pe-9", className)}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          <Options options={options} />
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-muted"
        />
      </div>
    </Field>
  );
}

/** The `<option>`s of a list, in groups where it has them. */
export function Options({ options }: { options: readonly Option[] }) {
  const groups = Map.groupBy(options, ({ group }) => group ?? "");
  return [...groups].map(([group, members]) => {
    // Browsers name some countries and languages otherwise than the server: its names stay.
    const items = members.map(({ value, label }) => (
      <option key={value} value={value} suppressHydrationWarning>
        {label}
      </option>
    ));
    return group ? (
      <optgroup key={group} label={group}>
        {items}
      </optgroup>
    ) : (
      items
    );
  });
}
