import type { MeterUsage } from "#modules/billing/contract/usage.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Money } from "#web/ui/money.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Day } from "#web/ui/time.tsx";

const NEARLY = 0.8;

/** What is used of what a plan gives, with the day it begins anew. */
export function Meters({ meters }: { meters: readonly MeterUsage[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {meters.map((meter) => (
        <Meter key={meter.meter} meter={meter} />
      ))}
    </ul>
  );
}

function Meter({ meter }: { meter: MeterUsage }) {
  const { number } = useFormat();
  const { title, used, limit, overage, overageMinor, currency, quota } = meter;
  const share = limit ? used / limit : 0;
  const tone =
    share >= 1 ? (quota === "hard" ? "critical" : "caution") : share >= NEARLY ? "caution" : "accent";
  return (
    <li className="rounded-card border border-line bg-surface p-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium" dir="auto">
          {title}
        </span>
        <span className="text-14 text-muted tabular-nums">
          {number(used, "count")} {limit === null ? "used" : `of ${number(limit, "count")}`}
        </span>
      </p>
      {limit !== null && (
        <div className="mt-3">
          <ProgressBar label={title} value={used} of={limit} tone={tone} />
        </div>
      )}
      <p className="mt-3 text-13 text-muted">
        Begins anew on <Day on={meter.periodEndsOn} />.
        {overage > 0 && currency && overageMinor !== null && (
          <>
            {" "}
            {number(overage, "count")} more than the plan holds, at{" "}
            <Money minor={overageMinor} currency={currency} /> each.
          </>
        )}
        {quota === "hard" && share >= 1 && " The plan is used up until then; a larger one goes on at once."}
      </p>
    </li>
  );
}
