import type { ReactNode } from "react";
import { Icon } from "#web/ui/icon.tsx";

/** A part of a page that could not be shown; the rest of the page stays. */
export function ErrorState({
  title,
  text,
  requestId,
  action,
}: {
  title: string;
  text?: ReactNode;
  requestId?: string;
  action?: ReactNode;
}) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-10 text-center">
      <Icon name="circle-alert" size={24} className="text-critical" />
      <p className="mt-3 text-16 font-semibold">{title}</p>
      {text && <p className="mt-1 max-w-[52ch] text-pretty text-muted">{text}</p>}
      {requestId && (
        <p className="mt-3 text-13 text-muted">
          Trace <code className="font-mono select-all">{requestId}</code>
        </p>
      )}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
