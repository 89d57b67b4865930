import type { ReactNode } from "react";
import { Link } from "react-router";
import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneText } from "#web/ui/tone.ts";

/** One figure with its name, what it is compared with, and where its rows are. */
export interface Fact {
  label: string;
  value: ReactNode;
  /** Unit, comparison or as-of date, small beside the value. */
  note?: ReactNode;
  tone?: Tone;
  to?: string;
}

/** A row of up to four key figures under one line; two columns on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 border-t border-line lg:grid-cols-4">
      {facts.map((fact) => (
        <div key={fact.label} className="pt-3.5">
          <dt className="text-13 text-muted">{fact.label}</dt>
          <dd
            className={classNames(
              "mt-0.5 text-22 font-semibold tabular-nums",
              fact.tone && fact.tone !== "neutral" && toneText[fact.tone],
            )}
          >
            {fact.to ? (
              <Link
                to={fact.to}
                className="rounded-mark decoration-1 underline-offset-4 hover:underline touch:-my-2 touch:inline-block touch:py-2"
              >
                {fact.value}
              </Link>
            ) : (
              fact.value
            )}
            {fact.note && (
              <small className="ms-1.5 text-13 font-normal tracking-normal text-muted max-sm:ms-0 max-sm:block">
                {fact.note}
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
