import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

/** Largest price of one unit, in minor units. */
const MOST = 1_000_000_000_000;
const Price0 = Minor.min(0).max(MOST);

/** An instant a caller gives: within the years in which prices are planned, so that all arithmetic holds. */
export const GivenInstant = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= "2000-01-01" && at < "2900-01-01", "is too far away");

/**
 * One step of a tiered price: up to and including `upTo` units (null: no end), `unitMinor` a unit, and `flatMinor` once
 * when the tier is reached.
 */
export const PriceTier = z.object({
  upTo: z.number().int().min(1).max(1_000_000_000).nullable(),
  unitMinor: Price0,
  flatMinor: Price0.default(0),
});

/** flat: times the quantity; per_seat: the same, the quantity being seats; graduated, volume: by tiers; package: by begun packages. */
export const PriceScheme = z.enum(["flat", "per_seat", "graduated", "volume", "package"]);
/** once and instalments: bought once; month and year: recurring, every `cycleCount` of them. */
export const PriceCycle = z.enum(["once", "instalments", "month", "year"]);

const amountFields = {
  scheme: PriceScheme.default("flat"),
  /** Of one unit or one package; of the whole price where it is paid in instalments; 0 with tiers. */
  amountMinor: Price0.default(0),
  tiers: z.array(PriceTier).min(1).max(20).nullable().default(null),
  packageSize: z.number().int().min(1).max(1_000_000).nullable().default(null),
};

type Amounts = z.output<z.ZodObject<typeof amountFields>>;
type Fault = (path: string, message: string) => void;

function checkTiers(tiers: NonNullable<Amounts["tiers"]>, fault: Fault): void {
  for (const [index, { upTo }] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    if (isLast && upTo !== null) fault(`tiers.${index}.upTo`, "must be left empty: the last tier has no end");
    if (!isLast && upTo === null)
      fault(`tiers.${index}.upTo`, "must be filled in: only the last tier has no end");
    const before = tiers[index - 1]?.upTo ?? 0;
    if (upTo !== null && upTo <= before) fault(`tiers.${index}.upTo`, `must be more than ${before}`);
  }
}

function checkAmounts({ scheme, amountMinor, tiers, packageSize }: Amounts, fault: Fault): void {
  const isTiered = scheme === "graduated" || scheme === "volume";
  if (isTiered && tiers === null) fault("tiers", "must be given for a price in tiers");
  if (!isTiered && tiers !== null) fault("tiers", "belong to graduated and volume prices alone");
  if (isTiered && amountMinor !== 0) fault("amountMinor", "must be 0: the tiers say what units cost");
  if (scheme === "package" && packageSize === null)
    fault("packageSize", "must be given for a price of packages");
  if (scheme !== "package" && packageSize !== null)
    fault("packageSize", "belongs to prices of packages alone");
  if (tiers) checkTiers(tiers, fault);
}

const issues =
  (context: z.RefinementCtx): Fault =>
  (path, message) =>
    context.addIssue({ code: "custom", path: path.split("."), message });

const cycleFields = {
  currency: Currency,
  cycle: PriceCycle,
  cycleCount: z.number().int().min(1).max(60).default(1),
  instalments: z.number().int().min(2).max(36).nullable().default(null),
  /** True: amounts hold tax, and the buyer pays exactly them. */
  includesTax: z.boolean().default(false),
};

/** What a price says, as somebody writes it. */
export const PriceTermsInput = z.object({ ...cycleFields, ...amountFields }).superRefine((terms, context) => {
  const fault = issues(context);
  checkAmounts(terms, fault);
  const isInstalments = terms.cycle === "instalments";
  if (isInstalments && terms.instalments === null) fault("instalments", "must say how many there are");
  if (!isInstalments && terms.instalments !== null)
    fault("instalments", "belong to a price paid in instalments alone");
  const recurs = terms.cycle === "month" || terms.cycle === "year";
  if (!recurs && terms.cycleCount !== 1) fault("cycleCount", "must be 1 for what is bought once");
});

/** A new amount for a price; currency, cycle and instalments stay as they are. */
export const PriceAmountInput = z
  .object({ ...amountFields, includesTax: z.boolean().default(false) })
  .superRefine((amounts, context) => checkAmounts(amounts, issues(context)));

/** What a price says. Amounts in minor units of `currency`. */
export const PriceTerms = z.object({
  currency: Currency,
  scheme: PriceScheme,
  amountMinor: Minor,
  tiers: z.array(PriceTier).nullable(),
  packageSize: z.number().int().nullable(),
  cycle: PriceCycle,
  cycleCount: z.number().int(),
  instalments: z.number().int().nullable(),
  includesTax: z.boolean(),
});

/** A dated price. `standing`: on sale now, to come, or over. `usedAt`: when it was first sold. */
export const Price = z.object({
  id: z.uuid(),
  terms: PriceTerms,
  soldFromAt: Instant,
  soldUntilAt: Instant.nullable(),
  usedAt: Instant.nullable(),
  standing: z.enum(["current", "scheduled", "ended"]),
});

export const PriceRef = z.object({ priceId: z.uuid() });

/** Adds a price to an offer, on sale from `soldFromAt` (now, when left out) until an end, if one is set. */
export const AddPrice = z.object({
  offerId: z.uuid(),
  terms: PriceTermsInput,
  soldFromAt: GivenInstant.optional(),
  soldUntilAt: GivenInstant.nullable().default(null),
});
export const AddedPrice = z.object({ priceId: z.uuid() });

/** Lets a new amount follow a price from an instant on (now, when left out). Who bought before keeps the old one. */
export const ChangePrice = PriceRef.extend({ amount: PriceAmountInput, soldFromAt: GivenInstant.optional() });

/** Ends the sale of a price, now unless said. Who bought it keeps it. */
export const EndPrice = PriceRef.extend({ at: GivenInstant.optional() });

/** Asks what a quantity costs: by a price that exists, or by terms that are being written. */
export const PreviewPrice = z
  .object({
    priceId: z.uuid().nullable().default(null),
    terms: PriceTermsInput.nullable().default(null),
    quantity: z.number().int().min(1).max(10_000),
  })
  .refine(
    ({ priceId, terms }) => (priceId === null) !== (terms === null),
    "names a price or gives terms, not both",
  );

/** What a quantity costs, before tax unless the price includes it, and how that comes about. */
export const PricePreview = z.object({
  currency: Currency,
  quantity: z.number().int(),
  amountMinor: Minor,
  /** Null where tiers or packages make no single one. */
  unitMinor: Minor.nullable(),
  includesTax: z.boolean(),
  /** Packages begun; null for other schemes. */
  packages: z.number().int().nullable(),
  tiers: z.array(
    z.object({
      from: z.number().int(),
      to: z.number().int().nullable(),
      units: z.number().int(),
      unitMinor: Minor,
      flatMinor: Minor,
      amountMinor: Minor,
    }),
  ),
  /** Were it bought today. */
  instalments: z.array(z.object({ position: z.number().int(), dueOn: Day, amountMinor: Minor })),
  /** What it is worth a month; null for what does not recur. */
  monthlyMinor: Minor.nullable(),
});
