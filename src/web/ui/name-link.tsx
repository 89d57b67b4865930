import type { ComponentProps } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";

/** The name of a thing in a list, which leads to it: its place says that it is a link, so no line until hovered. */
export function NameLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      dir="auto"
      {...rest}
      className={classNames(
        "rounded-mark font-medium decoration-1 underline-offset-3 hover:underline touch:-my-2 touch:inline-block touch:py-3",
        className,
      )}
    />
  );
}
