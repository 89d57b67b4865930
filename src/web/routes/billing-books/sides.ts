import type { z } from "zod";
import type { Journal } from "#modules/billing/contract/ledger.ts";

/** The postings of one side: debits are positive, credits negative. */
export const sideOf = ({ postings }: Pick<z.output<typeof Journal>, "postings">, side: "debit" | "credit") =>
  postings.filter(({ amountMinor }) => amountMinor > 0 === (side === "debit"));
