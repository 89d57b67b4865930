import type { ReactNode } from "react";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Nothing here yet: what would be here, and the first step to it. */
export function EmptyState({
  icon = "mountain",
  title,
  text,
  action,
}: {
  icon?: IconName;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <Icon name={icon} size={24} className="text-muted" />
      <p className="mt-3 text-16 font-semibold">{title}</p>
      {text && <p className="mt-1 max-w-[46ch] text-pretty text-muted">{text}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
