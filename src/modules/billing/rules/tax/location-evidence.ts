import { taxCountry } from "#modules/billing/rules/tax/territory.ts";

/** One piece of evidence of where a consumer lives (Article 24f of Implementing Regulation (EU) No 282/2011). */
export interface LocationSignal {
  kind: "billing_address" | "client_address" | "tax_id" | "payment";
  country: string;
}

/** What the pieces say together about the country the sale was taxed by. */
export interface LocationJudgement {
  country: string;
  signals: LocationSignal[];
  supporting: number;
  /** Two pieces that do not contradict each other are what the Regulation asks for. */
  isSufficient: boolean;
  isContradicted: boolean;
}

/** Weighs the pieces against the country of the billing address. */
export function judgeLocation(country: string, signals: readonly LocationSignal[]): LocationJudgement {
  const agrees = (signal: LocationSignal) => taxCountry(signal.country) === taxCountry(country);
  const supporting = signals.filter(agrees).length;
  return {
    country,
    signals: [...signals],
    supporting,
    isSufficient: supporting >= 2,
    isContradicted: supporting < signals.length,
  };
}
