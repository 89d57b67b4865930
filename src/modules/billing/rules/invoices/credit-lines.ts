import { allocate, mulDiv } from "#kernel/money.ts";

/** What is left of an invoice's line after earlier credit notes. Minor units. */
export interface CreditableLine {
  position: number;
  netMinor: number;
  taxMinor: number;
}

/** The part of a line that a credit note gives back. */
export interface CreditedLine extends CreditableLine {}

/**
 * Spreads an amount with tax over the lines of an invoice by what is left of each, and splits each part into net and tax
 * as the line is. The whole of what is left gives back exactly what was charged, to the cent and for each line, those of
 * unused time below zero too; a part is of the lines above zero alone.
 */
export function creditLines(lines: readonly CreditableLine[], amountMinor: number): CreditedLine[] {
  const whole = lines.reduce((sum, line) => sum + line.netMinor + line.taxMinor, 0);
  if (amountMinor === whole)
    return lines.map((line) => ({ ...line })).filter((line) => line.netMinor !== 0 || line.taxMinor !== 0);
  const gross = lines.map((line) => Math.max(0, line.netMinor + line.taxMinor));
  const left = gross.reduce((sum, part) => sum + part, 0);
  if (amountMinor < 0 || amountMinor > left)
    throw new RangeError(`${amountMinor} of ${left} cannot be credited`);
  if (amountMinor === 0) return [];
  return allocate(amountMinor, gross)
    .map((part, index) => {
      const line = lines[index] as CreditableLine;
      const taxMinor = part === 0 ? 0 : mulDiv(line.taxMinor, part, gross[index] as number);
      return { position: line.position, netMinor: part - taxMinor, taxMinor };
    })
    .filter((line) => line.netMinor !== 0 || line.taxMinor !== 0);
}
