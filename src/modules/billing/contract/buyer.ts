import { z } from "zod";

const line = (max: number) => z.string().trim().max(max);

/** Who buys, as it will stand on the invoice. `region` is a state or province where the country has them, `NY`. */
export const Buyer = z.object({
  email: z.email("must be an e-mail address").max(254),
  name: line(120).min(1, "must be filled in"),
  organisation: line(160).nullable().default(null),
  taxId: line(40).nullable().default(null),
  country: z.string().regex(/^[A-Z]{2}$/, "must be a country"),
  region: line(60).nullable().default(null),
  postcode: line(20).nullable().default(null),
  city: line(100).min(1, "must be filled in"),
  line1: line(160).min(1, "must be filled in"),
  line2: line(160).nullable().default(null),
});
export type Buyer = z.output<typeof Buyer>;

/** The buyer as kept on an invoice. */
export type CustomerSnapshot = Buyer & { locale: string };
