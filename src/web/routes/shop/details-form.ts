import { z } from "zod";
import { addressFaults } from "./address-rules.ts";
import { isCountry } from "#web/format/country-facts.ts";

const line = (max: number) => z.string().trim().max(max, `Use at most ${max} characters`);
const filled = (max: number, message: string) => line(max).min(1, message);
const maybe = (max: number) => line(max).nullable().default(null);

/** Who buys, as the first step of a checkout asks for it; the contract's `Buyer` with words for people. */
export const Details = z
  .object({
    email: z.email("Enter an e-mail address, such as name@example.com").max(254),
    name: filled(120, "Enter your name"),
    organisation: maybe(160),
    taxId: maybe(40),
    country: z.string().refine(isCountry, "Choose a country"),
    line1: filled(160, "Enter street and number"),
    line2: maybe(160),
    postcode: maybe(20),
    city: filled(100, "Enter the town or city"),
    region: maybe(60),
    quantity: z.number().int().min(1, "Enter 1 or more").max(10_000, "Enter 10,000 or less").default(1),
    couponCode: line(40).toUpperCase().nullable().default(null),
  })
  .superRefine((details, context) => {
    for (const [field, message] of Object.entries(addressFaults(details)))
      context.addIssue({ code: "custom", path: [field], message });
  });
export type Details = z.output<typeof Details>;

/** What fields are called in the summary of what is to be mended. */
export const DETAIL_NAMES: Record<string, string> = {
  email: "E-mail address",
  taxId: "Tax number",
  line1: "Street and number",
  line2: "Second line",
  couponCode: "Coupon code",
  quantity: "Seats",
};
