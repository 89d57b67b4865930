import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** How loud a button is: one `primary` per view; `danger` for what cannot be undone. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  look?: ButtonLook;
  size?: "small" | "normal" | "large";
  icon?: IconName;
  /** Fills the width it is given. */
  wide?: boolean;
  className?: string;
  children?: ReactNode;
}

const looks: Record<ButtonLook, string> = {
  primary: "bg-text text-inverse hover:bg-text/88 active:bg-text/80",
  secondary: "border border-control/60 bg-surface hover:bg-hover active:bg-pressed",
  quiet: "text-muted hover:bg-hover hover:text-text active:bg-pressed",
  danger: "bg-critical text-inverse hover:bg-critical/90 active:bg-critical/80",
};

const sizes = {
  small: "h-8 gap-1.5 px-2.5 text-13 touch:h-11 touch:px-3.5",
  normal: "h-9 gap-2 px-3.5 text-14 touch:h-11",
  large: "h-11 gap-2 px-5 text-16",
};

/** The classes of a button, for the rare element that must look like one. */
export function buttonClass({ look = "secondary", size = "normal", wide, className }: Look): string {
  return classNames(
    "inline-flex items-center justify-center rounded-control font-medium whitespace-nowrap select-none",
    "transition-colors disabled:opacity-50 aria-disabled:opacity-50",
    looks[look],
    sizes[size],
    wide && "w-full",
    className,
  );
}

/** Does something here. Submits its form unless `type="button"`. */
export function Button({
  look,
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type="submit" {...rest} className={buttonClass({ look, size, wide, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({
  look,
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass({ look, size, wide, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
