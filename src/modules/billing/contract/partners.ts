import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

/** Settings of the group `billing.partners`: whose link counts where there are several, and how long earnings are held. */
export const PartnerSettings = z.object({
  touch: z.enum(["first", "last"]).default("last").describe("Which of several links an order counts for"),
  holdDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(30)
    .describe("Days an earning is held in case of a refund"),
});
export type PartnerSettings = z.output<typeof PartnerSettings>;

/** As it stands in the link: letters, digits and single hyphens. */
export const PartnerCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(2)
  .max(40)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, "may have letters, digits and single hyphens");

const text = (max: number) => z.string().trim().max(max);

/** `ratePpm` 300,000 is 30 % of what a customer pays without tax. Fixed: so much of `currency` for the first paid invoice. */
const terms = {
  ratePpm: z.number().int().min(1).max(1_000_000).nullable().default(null),
  fixedMinor: Minor.min(1).max(1_000_000_000).nullable().default(null),
  currency: Currency.nullable().default(null),
  earningMonths: z.number().int().min(1).max(120).nullable().default(null),
  attributionDays: z.number().int().min(1).max(365).default(30),
};

const hasOneKind = (input: { ratePpm: number | null; fixedMinor: number | null; currency: string | null }) =>
  (input.ratePpm === null) !== (input.fixedMinor === null) &&
  (input.fixedMinor === null) === (input.currency === null);
const ONE_KIND = { path: ["ratePpm"], error: "choose a rate, or a fixed amount with its currency" };

const facts = {
  name: text(160).min(1, "must be filled in"),
  email: z.email("must be an e-mail address").max(254).toLowerCase(),
  taxId: text(40).nullable().default(null),
  note: text(1000).default(""),
};

/** A partner is a customer (`accountId`) or somebody from outside. */
export const CreatePartner = z
  .object({ ...facts, ...terms, code: PartnerCode, accountId: z.uuid().nullable().default(null) })
  .refine(hasOneKind, ONE_KIND);

/** New terms count for invoices that are first paid from now on. The code stays: it is in links. */
export const UpdatePartner = z
  .object({ ...facts, ...terms, partnerId: z.uuid(), isActive: z.boolean() })
  .refine(hasOneKind, ONE_KIND);

/** Sums of one currency. `heldMinor` waits for its day, `payableMinor` may be stated now; below zero it is carried on. */
export const CommissionSums = z.object({
  currency: Currency,
  accruedMinor: Minor,
  clawedBackMinor: Minor,
  statedMinor: Minor,
  paidMinor: Minor,
  heldMinor: Minor,
  payableMinor: Minor,
});
export type CommissionSums = z.output<typeof CommissionSums>;

export const Partner = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  taxId: z.string().nullable(),
  accountId: z.uuid().nullable(),
  note: z.string(),
  ratePpm: z.number().int().nullable(),
  fixedMinor: Minor.nullable(),
  currency: Currency.nullable(),
  earningMonths: z.number().int().nullable(),
  attributionDays: z.number().int(),
  isActive: z.boolean(),
  createdAt: Instant,
  link: z.string(),
  orders: z.number().int(),
  refusedOrders: z.number().int(),
  sums: z.array(CommissionSums),
});
export type Partner = z.output<typeof Partner>;

export const PartnerRef = z.object({ partnerId: z.uuid() });

export const ListPartners = z.object({
  text: text(120).optional(),
  isActive: z.boolean().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const PartnerPage = z.object({ items: z.array(Partner), nextCursor: z.string().nullable() });

const partnerPaging = {
  partnerId: z.uuid(),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
};

export const ListReferrals = z.object(partnerPaging);
/** Orders that came by the partner's link, latest first. `refused` names why an order does not count. */
export const ReferralPage = z.object({
  items: z.array(
    z.object({
      orderId: z.uuid(),
      orderReference: z.string(),
      buyerAccountId: z.uuid(),
      buyerName: z.string(),
      placedAt: Instant,
      touchedAt: Instant,
      status: z.enum(["open", "paid", "cancelled"]),
      refused: z.enum(["same_account", "same_person", "same_email", "same_tax_id"]).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const ListCommissions = z.object({
  ...partnerPaging,
  standing: z.enum(["held", "payable", "stated"]).optional(),
});
/** What each invoice earned, latest first. `openMinor` is owed and on no statement; below zero it lowers the next one. */
export const CommissionPage = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      invoiceId: z.uuid(),
      invoiceNumber: z.string(),
      buyerName: z.string(),
      currency: Currency,
      invoiceNetMinor: Minor,
      ratePpm: z.number().int().nullable(),
      fixedMinor: Minor.nullable(),
      accruedMinor: Minor,
      clawedBackMinor: Minor,
      statedMinor: Minor,
      openMinor: Minor,
      payableOn: Day,
      createdAt: Instant,
    }),
  ),
  nextCursor: z.string().nullable(),
});

const statement = {
  id: z.uuid(),
  partnerId: z.uuid(),
  currency: Currency,
  amountMinor: Minor,
  status: z.enum(["open", "paid", "cancelled"]),
  drawnOn: Day,
  paidOn: Day.nullable(),
  reference: z.string(),
};
export const Statement = z.object(statement);
export const StatementList = z.object({ items: z.array(Statement) });
export const StatementRef = z.object({ statementId: z.uuid() });
export const StatementDetail = z.object({
  ...statement,
  partnerName: z.string(),
  partnerCode: z.string(),
  lines: z.array(
    z.object({
      commissionId: z.uuid(),
      invoiceNumber: z.string(),
      buyerName: z.string(),
      issuedOn: Day,
      amountMinor: Minor,
    }),
  ),
});

export const DrawStatement = z.object({ partnerId: z.uuid(), currency: Currency });
/** The day the money left, and what the bank calls it. */
export const PayStatement = z.object({
  statementId: z.uuid(),
  paidOn: Day.refine((day) => day >= "2000-01-01" && day < "2900-01-01", "is too far away"),
  reference: text(140).default(""),
});

export const ReadReferralCode = z.object({ code: z.string().max(200) });
/** The code as links carry it, or null where nobody active has it. */
export const ReferralCode = z.object({ code: z.string().nullable() });

/** What the viewer's accounts earn as partners. Buyers are not named. */
export const MyReferrals = z.object({
  items: z.array(
    Partner.pick({
      id: true,
      code: true,
      link: true,
      ratePpm: true,
      fixedMinor: true,
      currency: true,
      earningMonths: true,
      attributionDays: true,
      isActive: true,
      orders: true,
      sums: true,
    }).extend({ statements: z.array(Statement) }),
  ),
});
