import type { ComponentProps } from "react";
import { classNames } from "#web/ui/class-names.ts";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** The classes of a square button that holds one icon. */
export const iconButtonClass =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-text active:bg-pressed touch:size-11";

/** A button that is only an icon; `label` is its name for everybody who cannot see it. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: { icon: IconName; label: string } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(iconButtonClass, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
