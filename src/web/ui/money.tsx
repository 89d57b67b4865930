import { useFormat } from "#web/format/use-format.ts";

/** An amount in minor units of a currency, exact, figures of one width. Null shows a dash. */
export function Money({ minor, currency }: { minor: number | null; currency: string }) {
  const { money } = useFormat();
  if (minor === null) return <span className="text-muted">–</span>;
  return <span className="whitespace-nowrap tabular-nums">{money(BigInt(minor), currency)}</span>;
}
