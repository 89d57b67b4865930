import type { ReactNode } from "react";
import { Disclosure } from "#web/ui/disclosure.tsx";

interface FailedThingProps {
  title: string;
  note?: ReactNode;
  reason: string;
  /** What stands over the data it worked on. */
  summary: string;
  data: unknown;
}

/** What failed, why, and on what: one cell of a list of failures. */
export function FailedThing({ title, note, reason, summary, data }: FailedThingProps) {
  return (
    <div className="min-w-0">
      <span className="font-medium">{title}</span>
      {note && <span className="block text-13 text-muted">{note}</span>}
      <span className="block text-13 [overflow-wrap:anywhere] text-critical">{reason}</span>
      <Disclosure summary={summary}>
        <pre className="overflow-x-auto font-mono text-12">{JSON.stringify(data, null, 2)}</pre>
      </Disclosure>
    </div>
  );
}
