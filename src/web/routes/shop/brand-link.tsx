import type { ComponentProps } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";

/** The classes of the one action of a public page, in the company's own colour. */
export const brandClass =
  "inline-flex h-11 items-center justify-center rounded-control bg-accent px-5 text-16 font-medium text-inverse transition-colors select-none hover:bg-accent/90 active:bg-accent/80";

/** The same, for a choice beside others. */
export const brandOutlineClass =
  "inline-flex h-11 items-center justify-center rounded-control border border-control/60 bg-surface px-5 text-16 font-medium transition-colors select-none hover:bg-hover active:bg-pressed";

/** A link that is the action of a public page. */
export function BrandLink({
  outline,
  className,
  ...rest
}: ComponentProps<typeof Link> & { outline?: boolean }) {
  return <Link {...rest} className={classNames(outline ? brandOutlineClass : brandClass, className)} />;
}
