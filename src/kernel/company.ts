import { z } from "zod";

const ZONES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** Who the company is; the zone decides when a day, a week and a month begin. */
export const companySettingsSchema = z.object({
  name: z.string().trim().min(1).max(120).default("Your company"),
  zone: z
    .string()
    .refine((zone) => ZONES.has(zone), "is not a known time zone")
    .default("UTC"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be a three-letter currency code")
    .default("USD"),
  locale: z.string().min(2).max(35).default("en-GB"),
});

export type CompanySettings = z.output<typeof companySettingsSchema>;
