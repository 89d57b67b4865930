import type { ComponentProps } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";

/** A link in running text: underlined, so that colour is not what tells it apart. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "underline decoration-control/60 decoration-1 underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
