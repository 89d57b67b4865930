import { mulDiv } from "#kernel/money.ts";

/** What a partner earns: a rate of the net amount, or a fixed amount. One of the two is null. */
export interface CommissionTerms {
  ratePpm: number | null;
  fixedMinor: number | null;
}

/** An invoice as far as money came and stayed. */
export interface PaidInvoice {
  netMinor: number;
  totalMinor: number;
  paidMinor: number;
}

const MILLION = 1_000_000;

/**
 * What an invoice has earned by now: of the money that came and stayed, the part that is no tax, times the rate. Paid in
 * parts it comes to the same as paid at once, and given back it falls to nothing.
 */
export function commissionOf(terms: CommissionTerms, invoice: PaidInvoice): number {
  const { netMinor, totalMinor } = invoice;
  const paidMinor = Math.min(Math.max(invoice.paidMinor, 0), totalMinor);
  if (totalMinor <= 0 || paidMinor === 0) return 0;
  if (terms.ratePpm !== null) return mulDiv(mulDiv(netMinor, paidMinor, totalMinor), terms.ratePpm, MILLION);
  return mulDiv(terms.fixedMinor ?? 0, paidMinor, totalMinor);
}

/** Whether an invoice of a day still earns, for an order of another day; local days. */
export function isEarning(orderOn: string, invoiceOn: string, earningMonths: number | null): boolean {
  if (earningMonths === null) return true;
  return invoiceOn < Temporal.PlainDate.from(orderOn).add({ months: earningMonths }).toString();
}

/** What one commission stands at. */
export interface CommissionBalance {
  accruedMinor: number;
  clawedBackMinor: number;
  statedMinor: number;
  payableOn: string;
}

const openOf = ({ accruedMinor, clawedBackMinor, statedMinor }: CommissionBalance): number =>
  accruedMinor - clawedBackMinor - statedMinor;

/**
 * What a statement of a day holds of a commission: all that is open once its day has come, and what was stated too much at
 * once.
 */
export function statableOn(commission: CommissionBalance, on: string): number {
  const open = openOf(commission);
  return open < 0 || commission.payableOn <= on ? open : 0;
}
