/** A credit transfer to be typed by a camera. */
export interface Transfer {
  /** Whose account it is. */
  name: string;
  iban: string;
  bic: string | null;
  amountMinor: number;
  currency: string;
  /** ISO 11649. */
  reference: string;
}

/** The standard knows amounts from one cent to this. */
const MAX_CENTS = 99_999_999_999;
const MAX_NAME = 70;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Cut to whole characters, not to halves of one. */
const cut = (text: string, length: number): string => [...text].slice(0, length).join("");

/**
 * The text of a QR code that banking apps read (EPC069-12, version 2, UTF-8): who is paid, how much and under which
 * reference. Null where the standard does not reach: it is for euro alone.
 */
export function epcPayload({ name, iban, bic, amountMinor, currency, reference }: Transfer): string | null {
  if (currency !== "EUR" || amountMinor < 1 || amountMinor > MAX_CENTS) return null;
  const account = iban.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account)) return null;
  const cents = String(amountMinor).padStart(3, "0");
  const amount = `EUR${cents.slice(0, -2)}.${cents.slice(-2)}`;
  const lines = [
    "BCD",
    "002",
    "1",
    "SCT",
    (bic ?? "").replace(/\s/g, "").toUpperCase(),
    cut(oneLine(name), MAX_NAME),
    account,
    amount,
    "",
    reference,
  ];
  return lines.join("\n");
}
