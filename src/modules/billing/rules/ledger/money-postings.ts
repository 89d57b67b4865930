import type { LedgerAccountCode } from "./accounts.ts";
import type { Posting } from "./posting.ts";

/** Ways of payment whose money is at the bank at once; that of all others is first with the provider. */
const AT_THE_BANK: ReadonlySet<string> = new Set(["bank_transfer", "bank", "manual"]);

/** Where the money of a way of payment is. */
export const moneyAccount = (provider: string): LedgerAccountCode =>
  AT_THE_BANK.has(provider) ? "bank" : "provider_clearing";

/** Money in: what the provider kept is a fee, what no invoice took is the customer's credit. */
export function paymentPostings(payment: {
  provider: string;
  currency: string;
  amountMinor: number;
  feeMinor: number;
  allocatedMinor: number;
}): Posting[] {
  const { currency, amountMinor, feeMinor, allocatedMinor } = payment;
  return [
    { account: moneyAccount(payment.provider), currency, amountMinor: amountMinor - feeMinor },
    { account: "fees", currency, amountMinor: feeMinor },
    { account: "receivables", currency, amountMinor: -allocatedMinor },
    { account: "customer_credit", currency, amountMinor: allocatedMinor - amountMinor },
  ];
}

/** Moves an amount: debit `to`, credit `from`. */
export const transferPostings = (
  from: LedgerAccountCode,
  to: LedgerAccountCode,
  { currency, amountMinor }: { currency: string; amountMinor: number },
): Posting[] => [
  { account: to, currency, amountMinor },
  { account: from, currency, amountMinor: -amountMinor },
];

/** Where a refund stands: asked for, paid out, or turned back. */
export type RefundStep = "requested" | "settled" | "failed";

/** A refund: out of the customer's credit, then out of the house, or back. */
export function refundPostings(
  refund: { provider: string; currency: string; amountMinor: number },
  step: RefundStep,
): Posting[] {
  if (step === "requested") return transferPostings("refunds_payable", "customer_credit", refund);
  return transferPostings(
    step === "settled" ? moneyAccount(refund.provider) : "customer_credit",
    "refunds_payable",
    refund,
  );
}

/** Where a dispute stands. */
export type DisputeStep = "opened" | "won" | "lost";

/**
 * A dispute: the provider takes the money and a fee, and gives the money back or keeps it. Of a lost one `coveredMinor` is
 * what the customer's credit bears, because a credit note took it off invoices; the rest is a loss.
 */
export function disputePostings(
  dispute: { provider: string; currency: string; amountMinor: number; feeMinor: number },
  step: DisputeStep,
  coveredMinor: number,
): Posting[] {
  const { currency, amountMinor, feeMinor } = dispute;
  const money = moneyAccount(dispute.provider);
  if (step === "won") return transferPostings("disputed", money, { currency, amountMinor });
  if (step === "opened")
    return [
      ...transferPostings(money, "disputed", { currency, amountMinor }),
      ...transferPostings(money, "fees", { currency, amountMinor: feeMinor }),
    ];
  return [
    ...transferPostings("disputed", "customer_credit", { currency, amountMinor: coveredMinor }),
    ...transferPostings("disputed", "dispute_losses", { currency, amountMinor: amountMinor - coveredMinor }),
  ];
}

/** What a partner earned, lost again, or was paid. */
export function commissionPostings(
  step: "accrued" | "clawed_back" | "paid",
  amount: { currency: string; amountMinor: number },
): Posting[] {
  if (step === "accrued") return transferPostings("commissions_payable", "commissions", amount);
  if (step === "clawed_back") return transferPostings("commissions", "commissions_payable", amount);
  return transferPostings("bank", "commissions_payable", amount);
}

/**
 * Money that came out of an exchange into the bank. `worthMinor` is what it should have come to by the recorded rate, in
 * the currency it became; the difference is a gain or a loss. Each currency sums to zero by its own exchange position.
 */
export function exchangePostings(exchange: {
  fromAccount: "bank" | "provider_clearing";
  fromCurrency: string;
  fromMinor: number;
  toCurrency: string;
  toMinor: number;
  worthMinor: number;
}): Posting[] {
  const { fromAccount, fromCurrency, fromMinor, toCurrency, toMinor, worthMinor } = exchange;
  const resultMinor = worthMinor - toMinor;
  return [
    ...transferPostings(fromAccount, "currency_exchange", { currency: fromCurrency, amountMinor: fromMinor }),
    { account: "bank", currency: toCurrency, amountMinor: toMinor },
    {
      account: resultMinor > 0 ? "exchange_losses" : "exchange_gains",
      currency: toCurrency,
      amountMinor: resultMinor,
    },
    { account: "currency_exchange", currency: toCurrency, amountMinor: -worthMinor },
  ];
}
