import type { ReactNode } from "react";
import { classNames } from "#web/ui/class-names.ts";

/** A bordered ground. `flush` leaves no inner margin, for tables and lists that bring their own. */
export function Card({
  flush,
  className,
  children,
}: {
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={classNames(
        "rounded-card border border-line bg-surface",
        flush ? "overflow-hidden" : "px-4 py-3",
        className,
      )}
    >
      {children}
    </div>
  );
}
