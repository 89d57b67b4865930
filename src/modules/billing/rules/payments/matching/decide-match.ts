import { isSameName } from "./same-name.ts";

/** An invoice a line may be for. `openMinor` is 0 for one that is not open. */
export interface MatchCandidate {
  invoiceId: string;
  accountId: string;
  fullNumber: string;
  reference: string;
  currency: string;
  openMinor: number;
  /** The customer's name and organisation. */
  names: readonly string[];
}

/** What is known of a line, and which invoices each way of looking found. */
export interface LineFacts {
  amountMinor: number;
  currency: string;
  payerName: string;
  isReversal: boolean;
  /** By references that stand in it. */
  byReference: readonly MatchCandidate[];
  /** By invoice numbers that stand in it. */
  byNumber: readonly MatchCandidate[];
  /** By references that stand in it with one slip. */
  byRepair: readonly MatchCandidate[];
  /** Open ones of accounts that paid from this bank account before. */
  byPayerAccount: readonly MatchCandidate[];
  /** Open ones of exactly this amount. */
  byAmount: readonly MatchCandidate[];
}

/**
 * What to do with a line. `matched` may be booked without a person; `reason` says why, in a sentence. Suggested invoices may
 * be of several customers, and then there is no `accountId`.
 */
export interface MatchDecision {
  status: "matched" | "suggested" | "unmatched" | "ignored";
  accountId: string | null;
  invoiceIds: string[];
  reason: string;
}

const accountsOf = (invoices: readonly MatchCandidate[]): Set<string> =>
  new Set(invoices.map(({ accountId }) => accountId));

const decision = (
  status: MatchDecision["status"],
  reason: string,
  invoices: readonly MatchCandidate[] = [],
): MatchDecision => ({
  status,
  reason,
  accountId: accountsOf(invoices).size === 1 ? (invoices[0]?.accountId ?? null) : null,
  invoiceIds: invoices.filter(({ openMinor }) => openMinor > 0).map(({ invoiceId }) => invoiceId),
});

const openSum = (invoices: readonly MatchCandidate[]): number =>
  invoices.reduce((sum, { openMinor }) => sum + openMinor, 0);

const numbersOf = (invoices: readonly MatchCandidate[]): string =>
  invoices.map(({ fullNumber }) => fullNumber).join(", ");

/** What stands against booking what was named; undefined when nothing does. */
function objection(line: LineFacts, named: readonly MatchCandidate[]): MatchDecision | undefined {
  if (accountsOf(named).size > 1)
    return decision("unmatched", `It names invoices of several customers: ${numbersOf(named)}.`);
  if (named.some(({ currency }) => currency !== line.currency))
    return decision("suggested", `It names ${numbersOf(named)}, which is in another currency.`, named);
  if (openSum(named) === 0)
    return decision(
      "suggested",
      `It names ${numbersOf(named)}, which is not open. Matched, it becomes customer credit.`,
      named,
    );
  return undefined;
}

function byReference(line: LineFacts): MatchDecision | undefined {
  const named = line.byReference;
  if (named.length === 0) return undefined;
  return (
    objection(line, named) ?? decision("matched", `The reference of ${numbersOf(named)} stands in it.`, named)
  );
}

/** A number alone may be of something else: it counts with the amount. */
function byNumber(line: LineFacts): MatchDecision | undefined {
  const named = line.byNumber;
  if (named.length === 0) return undefined;
  const against = objection(line, named);
  if (against) return against;
  return openSum(named) === line.amountMinor
    ? decision("matched", `The number ${numbersOf(named)} stands in it, and the amount fits.`, named)
    : decision("suggested", `The number ${numbersOf(named)} stands in it; the amount differs.`, named);
}

/** So many are still a help. */
const FEW = 5;

const severalFit = (what: string, invoices: readonly MatchCandidate[]): MatchDecision | undefined =>
  invoices.length <= FEW ? decision("suggested", `${what}: ${numbersOf(invoices)}.`, invoices) : undefined;

function byRepair(line: LineFacts): MatchDecision | undefined {
  const open = line.byRepair.filter(({ openMinor, currency }) => openMinor > 0 && currency === line.currency);
  const exact = open.filter(({ openMinor }) => openMinor === line.amountMinor);
  if (exact.length > 1 || (exact.length === 0 && open.length > 1))
    return severalFit(
      "A reference stands in it with one slip, and several could be meant",
      exact.length > 1 ? exact : open,
    );
  const [only] = exact.length === 1 ? exact : open;
  if (!only) return undefined;
  return exact.length === 1
    ? decision(
        "matched",
        `The reference of ${only.fullNumber} stands in it with one slip, and the amount fits.`,
        [only],
      )
    : decision(
        "suggested",
        `The reference of ${only.fullNumber} stands in it with one slip; the amount differs.`,
        [only],
      );
}

function byPayer(line: LineFacts): MatchDecision | undefined {
  const known = line.byPayerAccount.filter(({ currency }) => currency === line.currency);
  const [fits, ...more] = known.filter(({ openMinor }) => openMinor === line.amountMinor);
  if (fits && more.length === 0)
    return decision(
      "suggested",
      `It came from an account that paid before, and the amount is that of ${fits.fullNumber}.`,
      [fits],
    );
  if (accountsOf(known).size === 1 && known.length > 0 && !fits)
    return decision(
      "suggested",
      `It came from an account that paid before; the amount fits no open invoice.`,
      known.slice(0, 1),
    );
  return undefined;
}

function byAmount(line: LineFacts): MatchDecision | undefined {
  const named = line.byAmount.filter(({ names }) => names.some((name) => isSameName(line.payerName, name)));
  if (named.length === 1)
    return decision("suggested", `Payer and amount are those of ${numbersOf(named)}.`, named);
  if (named.length === 0 && line.byAmount.length === 1)
    return decision(
      "suggested",
      `The amount is that of ${numbersOf(line.byAmount)} alone; the payer is another.`,
      line.byAmount,
    );
  return line.byAmount.length > 1
    ? severalFit("Several open invoices have this amount", line.byAmount)
    : undefined;
}

/**
 * Decides what a bank line is for. Booked by itself is only what names an invoice: by its reference whatever the amount (the
 * rest is customer credit), by a slip of it or by its number when the amount fits. All else is suggested, or left to people.
 */
export function decideMatch(line: LineFacts): MatchDecision {
  if (line.isReversal)
    return decision("unmatched", "The bank took an earlier payment back. Look for what it was.");
  if (line.amountMinor < 0) return decision("ignored", "Money that went out.");
  return (
    byReference(line) ??
    byNumber(line) ??
    byRepair(line) ??
    byPayer(line) ??
    byAmount(line) ??
    decision(
      "unmatched",
      line.byAmount.length > 1 ? "Many open invoices have this amount." : "Nothing open fits it.",
    )
  );
}
