import { z } from "zod";
import { OfferKind, PublicPrice } from "./catalogue.ts";

const text = (max: number) => z.string().trim().max(max);

const QUESTIONS = [
  {
    question: "What if it is not for me?",
    answer:
      "Write to us within 30 days of your first payment for a course and you get all of it back; no form, no reason. A subscription you cancel in your account with two clicks, and it runs until the end of what you paid for.",
  },
  {
    question: "What exactly will I be charged?",
    answer:
      "You see the total with tax, to the cent, before you order, and the invoice says the same. With a trial you also see the day it ends and what is due then.",
  },
  {
    question: "Can I change my plan later?",
    answer:
      "At any time, in your account. A larger plan begins at once and you pay the difference for the days that are left; a smaller one begins with the next period. The amount is shown before you decide.",
  },
  {
    question: "Can my company pay?",
    answer:
      "Yes, by bank transfer against an invoice made out to it, with its VAT number where it has one. A receipt and an electronic invoice come with it at no extra cost.",
  },
  {
    question: "Who owns what I make?",
    answer:
      "You do. What you put in and what comes out is yours, and you can take it out for 30 days after you leave.",
  },
];

const PROMISES = [
  {
    title: "To the cent, before you order",
    text: "The total with tax is shown first, and the invoice says the same.",
  },
  {
    title: "Leave when you like",
    text: "Cancel in your account. You keep what you paid for until its end, and owe nothing after.",
  },
  {
    title: "30 days to change your mind",
    text: "A course that is not for you is paid back in full. No form, no reason.",
  },
];

/** The words of the public pages: the group of settings `billing.storefront`. */
export const StorefrontSettings = z.object({
  headline: text(120)
    .default("Put AI to work in your company")
    .describe("What you sell, in one line; empty: made from the catalogue"),
  lead: text(300)
    .default(
      "A course that ends in things you use at work, and a service that writes the paperwork you would rather not.",
    )
    .describe("One or two sentences under it"),
  promises: z
    .array(z.object({ title: text(80).min(1), text: text(200).min(1) }))
    .max(6)
    .default(PROMISES)
    .describe("What the conditions of sale bind you to, in short"),
  quotes: z
    .array(z.object({ text: text(400).min(1), name: text(80).min(1), role: text(80).default("") }))
    .max(6)
    .default([])
    .describe("What customers said, with their consent: text, name and role"),
  questions: z
    .array(z.object({ question: text(120).min(1), answer: text(800).min(1) }))
    .max(12)
    .default(QUESTIONS)
    .describe("What people ask before they buy, with the answer"),
});
export type StorefrontSettings = z.output<typeof StorefrontSettings>;

/** What every public page says of the seller. Empty texts are not set. */
export const Storefront = StorefrontSettings.extend({
  /** Name and colour of the brand, the same as on documents. */
  brand: z.object({ name: z.string(), colour: z.string() }),
  seller: z.object({
    name: z.string(),
    legalName: z.string(),
    /** Street, postcode with city; without empty lines. */
    address: z.array(z.string()),
    country: z.string().nullable(),
    email: z.string(),
    register: z.string(),
    taxNumber: z.string(),
    taxIds: z.array(z.string()),
  }),
});

/** A price that somebody is about to buy by, whether its offer is listed or sold by its link alone. */
export const Sale = z.object({
  product: z.object({ key: z.string(), name: z.string() }),
  offer: z.object({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    kind: OfferKind,
    features: z.array(z.string()),
    trialDays: z.number().int(),
    accessDays: z.number().int().nullable(),
  }),
  price: PublicPrice,
});
export const SaleRef = z.object({ priceId: z.uuid() });
