import { LEDGER_KINDS } from "./kinds.ts";

/** Kinds of accounts as headings. */
export const ACCOUNT_KINDS = {
  asset: "What there is",
  liability: "What is owed",
  income: "What was earned",
  expense: "What it cost",
} as const;

/** What a journal tells of, in words. */
export const kindWords = (kind: string): string =>
  LEDGER_KINDS.find(({ value }) => value === kind)?.label ?? kind;
