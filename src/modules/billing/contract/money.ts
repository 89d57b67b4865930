import { z } from "zod";

/** A whole number of minor units, such as cents. */
export const Minor = z.number().int();
/** ISO 4217, for example `USD`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code");
/** A local day, `2027-01-31`. PostgreSQL counts years before the first otherwise than ISO 8601; none is meant here. */
export const Day = z.iso.date().refine((day) => day >= "1900", "must not be before the year 1900");
/** An instant, ISO 8601 in UTC. */
export const Instant = z.string();
