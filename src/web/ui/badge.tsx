import type { ReactNode } from "react";
import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneSoft } from "#web/ui/tone.ts";

/** A short fact beside a name: a kind, a count, a mark such as "Reported". */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 items-center rounded-mark px-1.5 text-12 font-medium whitespace-nowrap tabular-nums",
        toneSoft[tone],
      )}
    >
      {children}
    </span>
  );
}
