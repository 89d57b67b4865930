import { majorText } from "#kernel/money.ts";
import { LEDGER_ACCOUNTS, type LedgerAccountKind } from "./accounts.ts";

/** A journal with its postings, to be written as text. */
export interface WrittenJournal {
  id: string;
  ref: string;
  on: string;
  at: string;
  kind: string;
  text: string;
  accountId: string | null;
  postings: readonly {
    account: string;
    currency: string;
    amountMinor: number;
    jurisdiction: string | null;
  }[];
}

const GROUPS: Record<LedgerAccountKind, string> = {
  asset: "Assets",
  liability: "Liabilities",
  income: "Income",
  expense: "Expenses",
};

const chart = new Map<string, (typeof LEDGER_ACCOUNTS)[number]>(
  LEDGER_ACCOUNTS.map((account) => [account.code, account]),
);

/** `Liabilities:Tax owed:DE`: the name of an account in a text file. */
function fullName(account: string, jurisdiction: string | null): string {
  const known = chart.get(account);
  const parts = known ? [GROUPS[known.kind], known.name] : ["Unknown", account];
  return [...parts, ...(jurisdiction === null ? [] : [jurisdiction])].join(":");
}

/** One line, without what would end a payee or begin a comment. */
const plain = (text: string): string => text.replaceAll(/[\s;|]+/gu, " ").trim();

/**
 * A journal for ledger-cli and hledger: date, cleared, the ref as code, postings with the currency before the amount, kind
 * and customer as tags. Amounts are exact.
 */
export function ledgerText(journal: WrittenJournal): string {
  const tags = [["kind", journal.kind], ...(journal.accountId ? [["customer", journal.accountId]] : [])];
  const names = journal.postings.map(({ account, jurisdiction }) => fullName(account, jurisdiction));
  const width = Math.max(...names.map((name) => name.length));
  return [
    `${journal.on} * (${plain(journal.ref)}) ${plain(journal.text)}`,
    ...tags.map(([name, value]) => `    ; ${name}: ${value}`),
    ...journal.postings.map(
      ({ currency, amountMinor }, index) =>
        `    ${(names[index] ?? "").padEnd(width)}  ${currency} ${majorText(amountMinor, currency)}`,
    ),
    "",
    "",
  ].join("\n");
}

/** A field of a CSV file: quoted where it must be, and never a formula to a spreadsheet. */
function field(value: string): string {
  const safe = /^[=+@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** First line of the CSV file. */
export const CSV_HEAD =
  "journal,reference,day,written_at,kind,text,customer,account,account_name,jurisdiction,currency,amount\r\n";

/** A line for each posting; amounts in major units, debits positive. */
export const csvLines = (journal: WrittenJournal): string =>
  journal.postings
    .map(({ account, currency, amountMinor, jurisdiction }) =>
      [
        journal.id,
        journal.ref,
        journal.on,
        journal.at,
        journal.kind,
        journal.text,
        journal.accountId ?? "",
        account,
        chart.get(account)?.name ?? account,
        jurisdiction ?? "",
        currency,
        majorText(amountMinor, currency),
      ]
        .map(field)
        .join(","),
    )
    .map((line) => `${line}\r\n`)
    .join("");
