import type { StatementEntryKind } from "./labels/types.ts";
import type { CustomerParty, SellerParty } from "./types.ts";

/** Something that moved what an account owes. Positive: owed; negative: paid or credited. */
export interface StatementMove {
  /** Local day of the company. */
  on: string;
  kind: StatementEntryKind;
  number: string | null;
  amountMinor: number;
}

export interface StatementEntry extends StatementMove {
  /** What is owed after it. */
  balanceMinor: number;
}

export interface OpenItem {
  invoiceId: string;
  number: string;
  issuedOn: string;
  dueOn: string;
  openMinor: number;
}

/** What an account owed and paid in one currency, from one local day to another, both included. */
export interface StatementDocument {
  seller: SellerParty;
  customer: CustomerParty;
  locale: string;
  currency: string;
  from: string;
  until: string;
  openingMinor: number;
  entries: readonly StatementEntry[];
  closingMinor: number;
  openItems: readonly OpenItem[];
}

/** Adds the balance after each move, in their order. */
export function balanced(openingMinor: number, moves: readonly StatementMove[]): StatementEntry[] {
  let balanceMinor = openingMinor;
  return moves.map((move) => {
    balanceMinor += move.amountMinor;
    return { ...move, balanceMinor };
  });
}
