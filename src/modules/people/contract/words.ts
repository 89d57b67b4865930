import { z } from "zod";

const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** ISO 8601 instant in UTC. */
export const InstantText = z.string().describe("ISO 8601 instant in UTC");

/** An address in any case; kept in lower case. */
export const Email = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address").max(254));

/** IANA time zone. */
export const Zone = z.string().refine((zone) => zones.has(zone), "is not a known time zone");

/** BCP 47 tag. */
export const Locale = z.string().min(2).max(35).refine(isLocale, "is not a language tag");

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code");

/** ISO 3166-1 alpha-2 code. */
export const Country = z.string().regex(/^[A-Z]{2}$/, "must be a country");

/** One line of text a person enters. */
export const line = (max: number) => z.string().trim().max(max);
