import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** Who sells, or where it is registered, is another; counts for invoices from then on. */
export const SellerChanged = defineEvent({
  name: "billing.seller_changed",
  version: 1,
  title: "Seller changed",
  payload: z.object({ country: z.string().nullable(), registeredIn: z.array(z.string()), oss: z.boolean() }),
});

/** Tax of a place has a new rate from a day on. */
export const TaxRateAdded = defineEvent({
  name: "billing.tax_rate_added",
  version: 1,
  title: "Tax rate added",
  payload: z.object({
    rateId: z.uuid(),
    jurisdiction: z.string(),
    validFrom: z.string(),
    ratePpm: z.number().int(),
  }),
});

/** A rate whose day had not come was entered by mistake. */
export const TaxRateWithdrawn = defineEvent({
  name: "billing.tax_rate_withdrawn",
  version: 1,
  title: "Tax rate withdrawn",
  payload: z.object({ rateId: z.uuid(), jurisdiction: z.string(), validFrom: z.string() }),
});

/** Staff found out whether a tax id is valid. The number itself stays inside. */
export const TaxIdConfirmed = defineEvent({
  name: "billing.tax_id_confirmed",
  version: 1,
  title: "Tax id confirmed by a person",
  payload: z.object({ checkId: z.uuid(), country: z.string(), isValid: z.boolean() }),
});

/** Somebody looked at what was doubtful about the tax of an invoice. */
export const TaxReviewed = defineEvent({
  name: "billing.tax_reviewed",
  version: 1,
  title: "Tax of an invoice reviewed",
  payload: z.object({ accountId: z.uuid(), invoiceId: z.uuid() }),
});
