import type { ReactNode } from "react";

/** The head of a page: what it is (h1), one sentence of what it means, and its one main action. */
export function PageHeader({
  title,
  lead,
  actions,
  over,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  over?: ReactNode;
}) {
  return (
    <header className="flex flex-col gap-4 pt-5 pb-6 md:flex-row md:items-end md:justify-between md:gap-8">
      <div className="min-w-0">
        {over && <div className="mb-1.5 text-13 text-muted">{over}</div>}
        <h1 className="text-28 font-bold max-sm:text-22">{title}</h1>
        {lead && <p className="mt-2 max-w-[62ch] text-16 text-pretty text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
