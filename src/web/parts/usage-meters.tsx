import type { MeterUsage } from "#modules/billing/contract/usage.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Card } from "#web/ui/card.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Day } from "#web/ui/time.tsx";
import { Money } from "#web/ui/money.tsx";

/** What follows when a quota is used up, and when it is whole again. */
function Rest({ meter }: { meter: MeterUsage }) {
  const { number } = useFormat();
  const { overage, overageMinor, currency, quota, limit, used, periodEndsOn } = meter;
  return (
    <p className="text-13 text-muted">
      {overage > 0 && overageMinor !== null && currency !== null && (
        <>
          {number(overage)} beyond the quota, <Money minor={overage * overageMinor} currency={currency} /> on
          the next invoice before tax.{" "}
        </>
      )}
      {quota === "hard" && limit !== null && used >= limit && "All of it is used. "}
      {limit !== null && (
        <>
          New quota on <Day on={periodEndsOn} />.
        </>
      )}
    </p>
  );
}

/** One meter: how much of how much, as figures and as a bar. */
function Meter({ meter }: { meter: MeterUsage }) {
  const { number } = useFormat();
  const { title, used, limit } = meter;
  const isFull = limit !== null && used >= limit;
  return (
    <li className="space-y-1.5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{title}</span>
        <span className="tabular-nums">
          {limit === null ? `${number(used)}, no limit` : `${number(used)} of ${number(limit)}`}
        </span>
      </div>
      {limit !== null && (
        <ProgressBar value={used} of={limit} label={`${title} used`} tone={isFull ? "caution" : "accent"} />
      )}
      <Rest meter={meter} />
    </li>
  );
}

/** What an account uses in the period under way. */
export function UsageMeters({ meters }: { meters: readonly MeterUsage[] }) {
  if (meters.length === 0) return <p className="text-muted">The plan counts nothing.</p>;
  return (
    <Card>
      <ul className="divide-y divide-line">
        {meters.map((meter) => (
          <Meter key={meter.meter} meter={meter} />
        ))}
      </ul>
    </Card>
  );
}
