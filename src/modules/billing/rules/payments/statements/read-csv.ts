import { currencyExponent, isCurrency } from "#kernel/money.ts";
import type { ColumnRole, CsvLayout } from "./csv-layout.ts";
import type { CsvTable } from "./csv-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import { accountNumber, cut, oneLine, type ParsedStatement, type StatementLine } from "./statement.ts";

/** Money that did not move, or not yet. */
const NOT_BOOKED =
  /^(pending|vorgemerkt|reverted|declined|failed|cancelled|canceled|in progress|en attente|pendiente)$/i;
const WENT = /^(S|D|DR|DBIT|AF|SOLL|DEBIT|DEBET|OUT|-)$/i;

interface Reading {
  layout: CsvLayout;
  /** Where the file has no column for it. */
  currency: string;
  bankAccount: string;
}

type Cell = (role: ColumnRole) => string;

const cellsOf = (row: readonly string[], { columns }: CsvLayout): Cell => {
  return (role) => oneLine(columns[role].map((column) => row[column]));
};

/** The amount with its sign: one column, or one for each direction, or one and a mark beside it. */
function amountOf(cell: Cell, { layout }: Reading, digits: number): number | undefined {
  const read = (text: string) => readAmount(text, layout.decimalMark, digits);
  if (layout.columns.amount.length > 0) {
    const amount = read(cell("amount"));
    const turned = layout.isInverted ? -1 : 1;
    if (amount === undefined || layout.columns.direction.length === 0)
      return amount === undefined ? amount : turned * amount;
    return turned * (WENT.test(cell("direction")) ? -Math.abs(amount) : Math.abs(amount));
  }
  const credit = cell("credit") === "" ? 0 : read(cell("credit"));
  const debit = cell("debit") === "" ? 0 : read(cell("debit"));
  return credit === undefined || debit === undefined ? undefined : Math.abs(credit) - Math.abs(debit);
}

function readRow(row: readonly string[], reading: Reading): StatementLine | "pending" | undefined {
  const cell = cellsOf(row, reading.layout);
  const bookedOn = readDate(cell("bookedOn"), reading.layout.dateOrder);
  if (!bookedOn) return undefined;
  if (NOT_BOOKED.test(cell("state"))) return "pending";
  const said = cell("currency").toUpperCase();
  const currency = isCurrency(said) ? said : reading.currency;
  const amountMinor = amountOf(cell, reading, currencyExponent(currency));
  if (amountMinor === undefined) return undefined;
  return {
    bankAccount: accountNumber(cell("bankAccount")) ?? reading.bankAccount,
    bookedOn,
    amountMinor,
    currency,
    payerName: cut(cell("payerName"), 200),
    payerIban: accountNumber(cell("payerIban")),
    remittance: cut(cell("remittance"), 1000),
    bankRef: cut(cell("bankRef"), 100) || null,
    isReversal: false,
  };
}

/** More unreadable rows than these are a sign of the wrong layout. */
const tolerable = (rows: number): number => Math.max(3, Math.floor(rows / 20));

/**
 * Reads the rows of a CSV file by a layout. Rows without a day are what banks write below their table and are counted;
 * when most rows make no sense, a warning says so.
 */
export function readCsv({ rows }: CsvTable, reading: Reading): ParsedStatement {
  const lines: StatementLine[] = [];
  let pending = 0;
  let unread = 0;
  for (const row of rows) {
    const line = readRow(row, reading);
    if (line === "pending") pending++;
    else if (!line) unread++;
    else if (line.amountMinor !== 0) lines.push(line);
  }
  const warnings: string[] = [];
  if (lines.length === 0 && unread > 0)
    warnings.push("No row could be read with these columns. Choose below which hold the day and the amount.");
  else if (unread > tolerable(rows.length))
    warnings.push(`${unread} of ${rows.length} rows could not be read. Check what the columns mean.`);
  if (lines.length > 1 && lines.every(({ amountMinor }) => amountMinor < 0))
    warnings.push("All amounts are payments out. If they came in, turn the sign round.");
  return { format: "csv", statementRef: null, lines, pending, warnings };
}
