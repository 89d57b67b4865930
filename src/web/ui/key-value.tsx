import type { ReactNode } from "react";

/** One property of a thing; `value` null shows a dash. */
export interface Pair {
  label: string;
  value: ReactNode;
}

/** The properties of a thing as a two-column list; one column on a phone. */
export function KeyValue({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className="divide-y divide-line">
      {pairs.map(({ label, value }) => (
        <div key={label} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(120px,1fr)_2fr]">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            {value ?? <span className="text-muted">Not set</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
