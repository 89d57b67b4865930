import type { ReadTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";

/** What a register of tax ids says. `unavailable` says nothing about the number. */
export interface TaxIdAnswer {
  result: "valid" | "invalid" | "unavailable";
  /** The register's number of this inquiry, the proof that it was made; null where it gives none. */
  consultation: string | null;
  /** SHA-256 of the answer as it came; null when none came. */
  answerSha256: string | null;
}

/** A register that knows whether a tax id is valid. Never throws for what the register does. */
export interface TaxIdChecker {
  /** Whether it is the register of this country. */
  covers(country: string): boolean;
  /** `requester` is the seller's own tax id, for registers that confirm an inquiry to somebody. */
  check(id: ReadTaxId, requester: string | null): Promise<TaxIdAnswer>;
}
