import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneFill } from "#web/ui/tone.ts";

interface ProgressBarProps {
  /** How much is done, of `of`. */
  value: number;
  of?: number;
  /** What is counted, for those who cannot see the bar: "Deliverables proved". */
  label: string;
  tone?: Tone;
  /** Shows "38 of 60" beside the bar. */
  withFigures?: boolean;
}

/** A share of a whole. An SVG rectangle, since a width in a style attribute would break the policy. */
export function ProgressBar({ value, of = 100, label, tone = "accent", withFigures }: ProgressBarProps) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={Math.min(of, Math.max(0, value))}
        className="min-w-16 flex-1"
      >
        <svg className="block h-1.5 w-full rounded-full rtl:-scale-x-100" aria-hidden>
          <rect width="100%" height="100%" className="fill-pressed" />
          <rect width={`${(share * 100).toFixed(2)}%`} height="100%" rx="3" className={toneFill[tone]} />
        </svg>
      </div>
      {withFigures && (
        <span className={classNames("text-13 whitespace-nowrap tabular-nums", "text-muted")}>
          {value} of {of}
        </span>
      )}
    </div>
  );
}
