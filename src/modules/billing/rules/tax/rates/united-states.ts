import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/**
 * A table to start from: the general rate of each state in percent, without what counties and cities add; then whether
 * the state taxes digital products (d) and services in general (s). Sources: the states' departments of revenue and the
 * Streamlined Sales Tax taxability matrices. What exactly is a digital product differs by state: an accountant has to
 * look at each state before a company collects there. Rates are charged only where the seller says it has nexus.
 */
const STATES = `
AL 4 d · AK 0 · AZ 5.6 d · AR 6.5 d · CA 7.25 · CO 2.9 d · CT 6.35 d · DE 0 · DC 6 d · FL 6 · GA 4 d · HI 4 ds · ID 6 d ·
IL 6.25 · IN 7 d · IA 6 d · KS 6.5 · KY 6 d · LA 4.45 · ME 5.5 d · MD 6 d · MA 6.25 · MI 6 · MN 6.875 d · MS 7 d ·
MO 4.225 · MT 0 · NE 5.5 d · NV 6.85 · NH 0 · NJ 6.625 d · NM 4.875 ds · NY 4 d · NC 4.75 d · ND 5 · OH 5.75 d · OK 4.5 ·
OR 0 · PA 6 d · RI 7 d · SC 6 d · SD 4.2 ds · TN 7 d · TX 6.25 d · UT 6.1 d · VT 6 d · VA 5.3 · WA 6.5 d · WV 6 ds · WI 5 d ·
WY 4 d`;

const STARTS_ON = "2024-01-01";
const PPM_PER_PERCENT = 10_000;

function rateOf(text: string, validFrom: string): TaxRate {
  const [state, percent, taxes = ""] = text.trim().split(" ");
  return {
    jurisdiction: `US-${state}`,
    validFrom,
    ratePpm: Math.round(Number(percent) * PPM_PER_PERCENT),
    taxesDigital: taxes.includes("d"),
    taxesServices: taxes.includes("s"),
  };
}

/** General rates of the states of the US and the District of Columbia. */
export const US_RATES: readonly TaxRate[] = [
  ...STATES.split("·").map((text) => rateOf(text, STARTS_ON)),
  rateOf("LA 5 d", "2025-01-01"),
  // The lowered rate of House Bill 1137 (2023) ends with June 2027.
  rateOf("SD 4.5 ds", "2027-07-01"),
];
