import { classNames } from "#web/ui/class-names.ts";
import type { TextInputProps } from "#web/ui/text-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** A local date (`2027-05-14`) or, with `withTime`, a local date and time; the browser's own picker. */
export function DateInput({
  withTime,
  className,
  ...rest
}: Omit<TextInputProps, "type"> & { withTime?: boolean }) {
  return (
    <TextInput
      {...rest}
      type={withTime ? "datetime-local" : "date"}
      className={classNames("max-w-60 tabular-nums", className)}
    />
  );
}
