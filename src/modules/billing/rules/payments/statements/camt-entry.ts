import { currencyExponent, isCurrency } from "#kernel/money.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import { accountNumber, cut, oneLine, StatementError, type StatementLine } from "./statement.ts";
import { child, children, textAt, textOf, type XmlNode } from "./xml.ts";

/** What an entry says for all of its details. */
interface Entry {
  node: XmlNode;
  bankAccount: string;
  currency: string;
  amountMinor: number;
  bookedOn: string;
  isReversal: boolean;
}

const broken = (what: string) =>
  new StatementError(
    "billing.statement_entry_broken",
    `An entry of the statement has no readable ${what}. Fetch the file once more.`,
  );

const ofCurrency = (node: XmlNode | undefined): string | null =>
  node && typeof node !== "string" ? textAt(node, "@Ccy") : null;

/** An amount element in minor units, always positive; undefined when there is none, or it is of another currency. */
function amountOf(node: XmlNode | undefined, currency: string): number | undefined {
  const text = textOf(node);
  if (!text || (ofCurrency(node) ?? currency) !== currency) return undefined;
  const minor = readAmount(text, ".", currencyExponent(currency));
  return minor === undefined ? undefined : Math.abs(minor);
}

/** Names moved between versions 2 and 8: a party's directly, then below `Pty`. */
const partyName = (party: XmlNode | undefined): string | null =>
  textAt(party, "Nm") ?? textAt(party, "Pty", "Nm");

/** Who is at the other end: the debtor of money that came, the creditor of money that went. */
function otherParty(details: XmlNode, comesIn: boolean): { name: string | null; iban: string | null } {
  const parties = child(details, "RltdPties");
  const [party, account, last] = comesIn
    ? ["Dbtr", "DbtrAcct", "UltmtDbtr"]
    : ["Cdtr", "CdtrAcct", "UltmtCdtr"];
  return {
    name: partyName(child(parties, party ?? "")) ?? partyName(child(parties, last ?? "")),
    iban: accountNumber(
      textAt(parties, account ?? "", "Id", "IBAN") ?? textAt(parties, account ?? "", "Id", "Othr", "Id"),
    ),
  };
}

/** Not a reference: what senders without one fill in. */
const NONE = /^(NOTPROVIDED|NONREF|NONE|0+)$/i;
const reference = (text: string | null): string | null => (text && !NONE.test(text) ? cut(text, 140) : null);

function remittanceOf(details: XmlNode, entry: XmlNode): string {
  const info = child(details, "RmtInf");
  const structured = children(info, "Strd").flatMap((one) => [
    textAt(one, "CdtrRefInf", "Ref"),
    ...children(one, "AddtlRmtInf").map(textOf),
  ]);
  return oneLine([
    ...children(info, "Ustrd").map(textOf),
    ...structured,
    reference(textAt(details, "Refs", "EndToEndId")),
    textAt(details, "RtrInf", "AddtlInf"),
    textAt(details, "AddtlTxInf"),
    textAt(entry, "AddtlNtryInf"),
  ]);
}

function lineOf(entry: Entry, details: XmlNode, amountMinor: number): StatementLine {
  const { name, iban } = otherParty(details, amountMinor > 0);
  return {
    bankAccount: entry.bankAccount,
    bookedOn: entry.bookedOn,
    amountMinor,
    currency: entry.currency,
    payerName: cut(oneLine([name]), 200),
    payerIban: iban,
    remittance: cut(remittanceOf(details, entry.node), 1000),
    bankRef:
      reference(textAt(details, "Refs", "AcctSvcrRef")) ??
      reference(textAt(entry.node, "AcctSvcrRef")) ??
      reference(textAt(entry.node, "NtryRef")),
    isReversal: entry.isReversal || child(details, "RtrInf") !== undefined,
  };
}

/** Charges the bank took off details before it booked their sum. */
function chargesOf(details: XmlNode, currency: string): number {
  const charges = children(details, "Chrgs");
  const amounts = charges.flatMap((one) => {
    const records = children(one, "Rcrd");
    return records.length > 0 ? records.map((record) => child(record, "Amt")) : [child(one, "Amt")];
  });
  return amounts.reduce((sum, amount) => sum + (amountOf(amount, currency) ?? 0), 0);
}

/** What one of several details comes to, in the account's currency and with its own direction. */
function amountOfDetails(entry: Entry, details: XmlNode): number | undefined {
  const amount =
    amountOf(child(details, "Amt"), entry.currency) ??
    amountOf(child(details, "AmtDtls", "TxAmt", "Amt"), entry.currency);
  const direction = textAt(details, "CdtDbtInd");
  if (amount === undefined) return undefined;
  return (direction ?? (entry.amountMinor > 0 ? "CRDT" : "DBIT")) === "CRDT" ? amount : -amount;
}

/**
 * A batch as the payments it is made of, if they account for all of it; what the bank kept of them is a movement of its
 * own. Undefined when they do not, and the entry stays whole.
 */
function split(entry: Entry, all: readonly XmlNode[]): StatementLine[] | undefined {
  const amounts = all.map((details) => amountOfDetails(entry, details));
  if (amounts.some((amount) => amount === undefined || amount === 0)) return undefined;
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const charges = all.reduce((total, details) => total + chargesOf(details, entry.currency), 0);
  const lines = all.map((details, index) => lineOf(entry, details, amounts[index] ?? 0));
  if (sum === entry.amountMinor) return lines;
  if (charges === 0 || sum - charges !== entry.amountMinor) return undefined;
  const kept = { ...lineOf(entry, "", -charges), payerName: "", payerIban: null, remittance: "Bank charges" };
  return [...lines, kept];
}

function readEntry(node: XmlNode, bankAccount: string, accountCurrency: string | null): Entry {
  const currency = ofCurrency(child(node, "Amt")) ?? accountCurrency ?? "";
  if (!isCurrency(currency)) throw broken("currency");
  const amount = amountOf(child(node, "Amt"), currency);
  const direction = textAt(node, "CdtDbtInd");
  if (amount === undefined || !/^(CRDT|DBIT)$/.test(direction ?? "")) throw broken("amount");
  const day = textAt(node, "BookgDt", "Dt") ?? textAt(node, "BookgDt", "DtTm") ?? textAt(node, "ValDt", "Dt");
  const bookedOn = readDate(day ?? "", "ymd");
  if (!bookedOn) throw broken("day");
  const isReversal = textAt(node, "RvslInd") === "true";
  return {
    node,
    bankAccount,
    currency,
    amountMinor: direction === "CRDT" ? amount : -amount,
    bookedOn,
    isReversal,
  };
}

/** Booked, and not merely announced: the status is a word until version 4 and an element after. */
export const isBooked = (node: XmlNode): boolean =>
  (textAt(node, "Sts", "Cd") ?? textAt(node, "Sts", "Prtry") ?? textAt(node, "Sts") ?? "BOOK") === "BOOK";

/** The movements of an entry. Errors: `billing.statement_entry_broken`. */
export function readEntryLines(
  node: XmlNode,
  bankAccount: string,
  accountCurrency: string | null,
): StatementLine[] {
  const entry = readEntry(node, bankAccount, accountCurrency);
  if (entry.amountMinor === 0) return [];
  const all = children(node, "NtryDtls").flatMap((details) => children(details, "TxDtls"));
  if (all.length > 1) {
    const lines = split(entry, all);
    if (lines) return lines;
    const text = oneLine(all.map((details) => remittanceOf(details, "")));
    return [{ ...lineOf(entry, "", entry.amountMinor), remittance: cut(text, 1000) }];
  }
  return [lineOf(entry, all[0] ?? "", entry.amountMinor)];
}
