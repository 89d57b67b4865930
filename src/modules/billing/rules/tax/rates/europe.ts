import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/**
 * Standard rates of VAT in percent, each from the day it began. Sources: European Commission, "VAT rates applied in the
 * Member States" and "Taxes in Europe Database"; for GB, CH and NO: HMRC Notice 700, Article 25 of the Swiss MWSTG, § 1 of
 * the Norwegian Storting's yearly decision. PT-20 are the Azores, PT-30 Madeira, AT-JM Jungholz and Mittelberg.
 * A new rate is a new entry; entries that began are never changed, since invoices rest on them.
 */
const STANDARD: Readonly<Record<string, readonly (readonly [from: string, percent: number])[]>> = {
  AT: [["1995-01-01", 20]],
  "AT-JM": [["1995-01-01", 19]],
  BE: [["1996-01-01", 21]],
  BG: [["2007-01-01", 20]],
  CY: [["2014-01-13", 19]],
  CZ: [["2013-01-01", 21]],
  DE: [
    ["2007-01-01", 19],
    ["2020-07-01", 16],
    ["2021-01-01", 19],
  ],
  DK: [["1992-01-01", 25]],
  EE: [
    ["2009-07-01", 20],
    ["2024-01-01", 22],
    ["2025-07-01", 24],
  ],
  ES: [["2012-09-01", 21]],
  FI: [
    ["2013-01-01", 24],
    ["2024-09-01", 25.5],
  ],
  FR: [["2014-01-01", 20]],
  GR: [["2016-06-01", 24]],
  HR: [["2013-07-01", 25]],
  HU: [["2012-01-01", 27]],
  IE: [
    ["2012-01-01", 23],
    ["2020-09-01", 21],
    ["2021-03-01", 23],
  ],
  IT: [["2013-10-01", 22]],
  LT: [["2009-09-01", 21]],
  LU: [
    ["2015-01-01", 17],
    ["2023-01-01", 16],
    ["2024-01-01", 17],
  ],
  LV: [["2012-07-01", 21]],
  MT: [["2004-05-01", 18]],
  NL: [["2012-10-01", 21]],
  PL: [["2011-01-01", 23]],
  PT: [["2011-01-01", 23]],
  "PT-20": [
    ["2014-01-01", 18],
    ["2021-07-01", 16],
  ],
  "PT-30": [["2012-04-01", 22]],
  RO: [
    ["2017-01-01", 19],
    ["2025-08-01", 21],
  ],
  SE: [["1995-01-01", 25]],
  SI: [["2013-07-01", 22]],
  SK: [
    ["2011-01-01", 20],
    ["2025-01-01", 23],
  ],
  GB: [["2011-01-04", 20]],
  CH: [
    ["2018-01-01", 7.7],
    ["2024-01-01", 8.1],
  ],
  NO: [["2005-01-01", 25]],
};

const PPM_PER_PERCENT = 10_000;

/** Standard rates of the EU, the United Kingdom, Switzerland and Norway. */
export const EUROPEAN_RATES: readonly TaxRate[] = Object.entries(STANDARD).flatMap(([jurisdiction, rates]) =>
  rates.map(([validFrom, percent]) => ({
    jurisdiction,
    validFrom,
    ratePpm: Math.round(percent * PPM_PER_PERCENT),
    taxesDigital: true,
    taxesServices: true,
  })),
);
