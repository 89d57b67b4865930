import { createHash } from "node:crypto";
import type { StatementLine } from "./statement.ts";

/** A movement with the key it is known by for good. */
export interface KeyedLine extends StatementLine {
  lineKey: string;
}

const letters = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What makes a movement that movement: the bank's own name of it, or else what is said of it, whichever file tells. */
function contentOf({
  bookedOn,
  amountMinor,
  currency,
  bankRef,
  remittance,
  payerName,
}: StatementLine): string {
  const name = bankRef ? `ref:${bankRef}` : `text:${letters(remittance)}:${letters(payerName)}`;
  return [bookedOn, amountMinor, currency, name].join("|");
}

/**
 * Gives every movement a key that is the same in every file that tells of it. Two that are alike on one day are two: the
 * second is the second in each file.
 */
export function keyLines(lines: readonly StatementLine[]): KeyedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const content = contentOf(line);
    const place = `${line.bankAccount}|${content}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 40);
    return { ...line, lineKey: `${hash}-${count}` };
  });
}
