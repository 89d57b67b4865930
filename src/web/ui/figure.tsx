import { useFormat } from "#web/format/use-format.ts";

/** A number with its unit; null says that there is no value, never zero. */
export function Figure({ value, unit }: { value: number | null; unit?: string }) {
  const format = useFormat();
  return (
    <span className="tabular-nums">
      {value === null ? <span className="text-muted">No value</span> : format.number(value, unit)}
    </span>
  );
}

/** An amount of money in minor units; `round` leaves out a fraction of zeros. */
export function Amount({ minor, currency, round }: { minor: bigint; currency: string; round?: boolean }) {
  const format = useFormat();
  return (
    <span className="tabular-nums">
      {round ? format.roundMoney(minor, currency) : format.money(minor, currency)}
    </span>
  );
}
