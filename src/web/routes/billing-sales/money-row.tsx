import type { ReactNode } from "react";

/** A row of a short list of money: what, a quiet line under it, and the amount with what can be done at the end. */
export function MoneyRow({
  title,
  detail,
  children,
}: {
  title: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <span className="min-w-0">
        {title}
        {detail && <span className="block text-12 text-muted">{detail}</span>}
      </span>
      <span className="flex items-center gap-4">{children}</span>
    </li>
  );
}
