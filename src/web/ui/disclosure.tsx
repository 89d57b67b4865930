import type { ReactNode } from "react";
import { Icon } from "#web/ui/icon.tsx";

/** Something that opens where it is; the browser's own, so it opens without scripts. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-9 items-center gap-1.5 rounded-mark pe-2 text-13 text-muted hover:text-text touch:min-h-11">
        <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}
