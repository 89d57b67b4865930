/** A booked movement of a bank account, as a file tells it. Amounts in minor units; positive: money came in. */
export interface StatementLine {
  /** IBAN or other number without spaces; "-" where the file says none. */
  bankAccount: string;
  /** Local day of the bank. */
  bookedOn: string;
  amountMinor: number;
  currency: string;
  /** Who sent the money, or got it. */
  payerName: string;
  payerIban: string | null;
  /** Everything said with it, references included, in one line. */
  remittance: string;
  /** The bank's own name of the movement. */
  bankRef: string | null;
  /** It takes an earlier movement back. */
  isReversal: boolean;
}

/** A file read whole. */
export interface ParsedStatement {
  format: "csv" | "camt053";
  statementRef: string | null;
  lines: StatementLine[];
  /** Movements that are announced and not booked; they come again when they are. */
  pending: number;
  /** What a person should look at before believing the reading, in sentences. */
  warnings: string[];
}

/** A fault of the file, in words for who chose it. `code` is stable. */
export class StatementError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "StatementError";
    this.code = code;
  }
}

/** One line of text of whatever was split over several. */
export const oneLine = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => (part ?? "").replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join(" ");

/** Text of so many characters at most, never half a character. */
export const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed();

/** An account number without spaces, in capitals; null for nothing. */
export function accountNumber(text: string | null | undefined): string | null {
  const compact = (text ?? "").replace(/\s/g, "").toUpperCase();
  return compact === "" ? null : cut(compact, 64);
}
