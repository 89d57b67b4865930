import { StatementError } from "./statement.ts";

/** Text of a bank's file: UTF-8 or UTF-16 by their marks, UTF-8 where it is valid, else Windows-1252, as older banks send it. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4000).includes(0))
    throw new StatementError(
      "billing.statement_unreadable",
      "This is no text file. Choose the CSV or CAMT.053 file of your bank.",
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
