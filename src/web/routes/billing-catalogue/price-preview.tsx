import type { z } from "zod";
import type { PricePreview } from "#modules/billing/contract/price.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Card } from "#web/ui/card.tsx";
import { Day } from "#web/ui/time.tsx";
import { taxWords } from "./price-words.ts";

export type Preview = z.output<typeof PricePreview>;

type Money = (minor: number) => string;

const rangeOf = (from: number, to: number | null) =>
  to === null ? `${from} and more` : from === to ? String(from) : `${from} to ${to}`;

function Tiers({ preview, money }: { preview: Preview; money: Money }) {
  return (
    <table className="mt-3 w-full border-collapse text-13">
      <caption className="sr-only">How the tiers make the amount</caption>
      <thead>
        <tr className="text-muted">
          <th scope="col" className="py-1 text-start font-normal">
            Units
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            In the tier
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            Each
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            Comes to
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.tiers.map((tier) => (
          <tr key={tier.from} className={tier.units === 0 ? "text-muted" : undefined}>
            <th scope="row" className="border-t border-line py-1.5 text-start font-normal">
              {rangeOf(tier.from, tier.to)}
            </th>
            <td className="border-t border-line py-1.5 text-end tabular-nums">{tier.units}</td>
            <td className="border-t border-line py-1.5 text-end tabular-nums">
              {money(tier.unitMinor)}
              {tier.flatMinor > 0 && ` + ${money(tier.flatMinor)}`}
            </td>
            <td className="border-t border-line py-1.5 text-end tabular-nums">{money(tier.amountMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Instalments({ preview, money }: { preview: Preview; money: Money }) {
  return (
    <ol className="mt-3 divide-y divide-line text-13">
      {preview.instalments.map(({ position, dueOn, amountMinor }) => (
        <li key={position} className="flex justify-between gap-4 py-1.5">
          <span>
            {position}. <Day on={dueOn} />
          </span>
          <span className="tabular-nums">{money(amountMinor)}</span>
        </li>
      ))}
    </ol>
  );
}

function why(preview: Preview, money: Money): string | null {
  const { unitMinor, packages, quantity } = preview;
  if (unitMinor !== null) return `${quantity} × ${money(unitMinor)}`;
  if (packages !== null) return packages === 1 ? "1 package" : `${packages} packages begun`;
  return null;
}

/** What a quantity costs and how that comes about: the same rule that invoices are drawn by. */
export function PricePreviewCard({ preview }: { preview: Preview }) {
  const format = useFormat();
  const money = (minor: number) => format.money(BigInt(minor), preview.currency);
  const reason = why(preview, money);
  return (
    <Card className="max-w-[560px]">
      <div role="status">
        <p className="text-22 font-semibold tabular-nums">{money(preview.amountMinor)}</p>
        <p className="text-13 text-muted">
          {[reason, taxWords(preview)].filter(Boolean).join(", ")}
          {preview.monthlyMinor !== null &&
            preview.monthlyMinor !== preview.amountMinor &&
            `; ${money(preview.monthlyMinor)} a month`}
        </p>
      </div>
      {preview.tiers.length > 0 && <Tiers preview={preview} money={money} />}
      {preview.instalments.length > 0 && <Instalments preview={preview} money={money} />}
    </Card>
  );
}
