import type { z } from "zod";
import type { RevenueMonth } from "#modules/billing/contract/revenue.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Waterfall } from "#web/ui/chart/waterfall.tsx";
import { Money } from "#web/ui/money.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { KINDS, monthWords } from "./words.ts";

type Month = z.output<typeof RevenueMonth>;

const movedOf = (month: Month) => ({
  new: month.newMinor,
  expansion: month.expansionMinor,
  reactivation: month.reactivationMinor,
  contraction: month.contractionMinor,
  churn: month.churnMinor,
});

/** How the revenue of a month came about, from its start to its end; each change opens the movements behind it. */
export function MonthWaterfall({ month, currency }: { month: Month; currency: string }) {
  const { locale } = useFormat();
  const name = monthWords(month.month, locale);
  const level = (key: string, label: string, value: number) => ({
    key,
    label,
    kind: "level" as const,
    value,
    text: <Money minor={value} currency={currency} />,
  });
  const changes = Object.entries(movedOf(month)).map(([kind, value]) => ({
    key: kind,
    label: (
      <TextLink to={`/console/billing/revenue/movements?kind=${kind}&month=${month.month}`}>
        {KINDS[kind as keyof typeof KINDS]}
      </TextLink>
    ),
    kind: "change" as const,
    value,
    text: <Signed minor={value} currency={currency} />,
  }));
  return (
    <Section title={`How it moved in ${name}`} note="Choose another month in the table below.">
      <Waterfall
        label={`Movements of recurring revenue in ${name}`}
        steps={[
          level("start", "At the start", month.startMinor),
          ...changes,
          level("end", "At the end", month.endMinor),
        ]}
      />
    </Section>
  );
}

/** A change with its sign; nothing is a dash. */
export function Signed({ minor, currency }: { minor: number; currency: string }) {
  const { money } = useFormat();
  if (minor === 0) return <span className="text-muted">–</span>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {minor > 0 ? "+" : "−"}
      {money(BigInt(Math.abs(minor)), currency)}
    </span>
  );
}
