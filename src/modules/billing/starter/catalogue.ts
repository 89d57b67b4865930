import type { z } from "zod";
import type {
  CreateOffer,
  CreateProduct,
  SetOfferEntitlements,
} from "#modules/billing/contract/catalogue.ts";
import type { AddPrice } from "#modules/billing/contract/price.ts";

type Terms = z.input<typeof AddPrice>["terms"];

/** An offer of the starter catalogue with its prices and what it entitles to. */
export interface StarterOffer extends Omit<z.input<typeof CreateOffer>, "productId"> {
  prices: readonly Terms[];
  entitlements: z.input<typeof SetOfferEntitlements>["entitlements"];
}

/** A product a new house begins with. */
export interface StarterProduct {
  product: z.input<typeof CreateProduct>;
  offers: readonly StarterOffer[];
}

/*
 * Prices in dollars are without tax, as is usual where they are paid; prices in euros include it, because shops must show
 * consumers what they pay. Both are the same figure.
 */
const both = (terms: Omit<Terms, "currency" | "includesTax">): Terms[] => [
  { ...terms, currency: "USD", includesTax: false },
  { ...terms, currency: "EUR", includesTax: true },
];

/** Two months free: a year costs ten months. */
const monthlyAndYearly = (amountMinor: number, scheme: "flat" | "per_seat" = "flat"): Terms[] => [
  ...both({ cycle: "month", amountMinor, scheme }),
  ...both({ cycle: "year", amountMinor: amountMinor * 10, scheme }),
];

const documents = (quantity: number, overage: number | null) => ({
  key: "studio.documents_per_month",
  quantity,
  meter: "studio.documents",
  quota: overage === null ? ("hard" as const) : ("soft" as const),
  overageMinor: overage === null ? {} : { USD: overage, EUR: overage },
});

const seats = (quantity: number) => ({ key: "studio.seats", quantity });

const course: StarterProduct = {
  product: {
    key: "ai-business-mastery",
    kind: "course",
    name: "AI Business Mastery",
    description:
      "A course for owners and teams of small companies: four parts and twenty lessons, each ending in something you use at work.",
    position: 10,
  },
  offers: [
    {
      key: "ai-business-mastery",
      kind: "one_off",
      name: "AI Business Mastery",
      description: "The whole course, paid at once or in three instalments.",
      features: [
        "Four parts with exercises from your own work",
        "A year of access, on any device",
        "A named person who answers your questions",
        "30 days to change your mind, without a form",
      ],
      accessDays: 365,
      position: 10,
      // Three times 547 is 1,641: 144 more than paid at once.
      prices: [
        ...both({ cycle: "once", amountMinor: 149_700 }),
        ...both({ cycle: "instalments", instalments: 3, amountMinor: 164_100 }),
      ],
      entitlements: [{ key: "academy.course:ai-business-mastery" }],
    },
  ],
};

const studio: StarterProduct = {
  product: {
    key: "studio",
    kind: "service",
    name: "Studio",
    description:
      "Turns a short interview into a proposal, a contract draft or a report you would send to a client.",
    position: 20,
  },
  offers: [
    {
      key: "studio-starter",
      kind: "subscription",
      name: "Starter",
      description: "For one person with a few documents a week.",
      features: ["20 documents a month", "1 seat", "All document types", "14 days free of charge"],
      trialDays: 14,
      position: 10,
      prices: monthlyAndYearly(9_700),
      entitlements: [documents(20, null), seats(1)],
    },
    {
      key: "studio-pro",
      kind: "subscription",
      name: "Pro",
      description: "For a small team that writes every day.",
      features: ["60 documents a month, 4.00 for each one more", "3 seats", "All document types"],
      position: 20,
      prices: monthlyAndYearly(19_700),
      entitlements: [documents(60, 400), seats(3)],
    },
    {
      key: "studio-business",
      kind: "subscription",
      name: "Business",
      description: "For a company that hands its paperwork over.",
      features: ["200 documents a month, 2.00 for each one more", "10 seats", "All document types"],
      position: 30,
      prices: monthlyAndYearly(29_700),
      entitlements: [documents(200, 200), seats(10)],
    },
    {
      key: "studio-seat",
      kind: "addon",
      name: "Additional seat",
      description: "One more person in a plan.",
      isPublic: false,
      position: 40,
      prices: monthlyAndYearly(1_900, "per_seat"),
      entitlements: [{ ...seats(1), perSeat: true }],
    },
  ],
};

const consulting: StarterProduct = {
  product: {
    key: "consulting",
    kind: "consulting",
    name: "Consulting",
    description: "Work with you on your own case.",
    taxCategory: "consulting",
    position: 30,
  },
  offers: [
    {
      key: "consulting-hour",
      kind: "one_off",
      name: "Consulting hour",
      description: "An hour of work on your own case, by appointment.",
      isPublic: false,
      position: 10,
      prices: [
        { cycle: "once", currency: "USD", amountMinor: 25_000 },
        { cycle: "once", currency: "EUR", amountMinor: 25_000 },
      ],
      entitlements: [],
    },
  ],
};

/** What a new house has to sell: figures of the plan that ships with it, for its owner to change. */
export const STARTER_CATALOGUE: readonly StarterProduct[] = [course, studio, consulting];
