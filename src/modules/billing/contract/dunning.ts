import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

const days = (max: number) => z.number().int().min(1).max(max);

/** When late invoices are reminded of and what follows; the group of settings `billing.dunning`. */
export const DunningSettings = z
  .object({
    /** Days after the due date on which a saved method is charged again and, if that brings nothing, a mail goes out. */
    reminderDays: z.array(days(365)).min(1).max(8).default([3, 7, 14, 21]),
    /** Days after the due date for which access stays. */
    graceDays: days(365).default(14),
    /** Days after the due date on which an invoice is written off; null: by hand alone. */
    writeOffDays: days(730).nullable().default(60),
    /** Days before its end on which a customer is told that a card runs out. */
    cardNoticeDays: days(90).default(30),
  })
  .superRefine(({ reminderDays, graceDays, writeOffDays }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (reminderDays.some((day, index) => index > 0 && day <= (reminderDays[index - 1] ?? 0)))
      issue("reminderDays", "must rise from one to the next");
    if ((reminderDays[0] ?? 0) >= graceDays)
      issue("graceDays", "must be later than the first reminder: nobody loses access without a word");
    if (writeOffDays !== null && writeOffDays <= Math.max(graceDays, reminderDays.at(-1) ?? 0))
      issue("writeOffDays", "must be later than the last reminder and the end of access");
  });
export type DunningSettings = z.output<typeof DunningSettings>;

const invoice = { invoiceId: z.uuid() };
export const DunningRef = z.object(invoice);
export const StopDunning = z.object({ ...invoice, reason: z.string().trim().min(1).max(300) });
export const HoldDunning = z.object({
  ...invoice,
  untilOn: Day.refine((day) => day > "1950" && day < "2200", "is too far away"),
  reason: z.string().trim().min(1).max(300),
});
export const WriteOff = z.object({ ...invoice, reason: z.string().trim().min(1).max(300) });
export const WrittenOff = z.object({ ...invoice, amountMinor: Minor, currency: Currency });
/** `openMinor`: what is left to pay after the customer's credit. */
export const Reopened = z.object({ ...invoice, openMinor: Minor });
/** What one step did; `nextAt` null: nothing more comes by itself. */
export const DunningStepDone = z.object({
  ...invoice,
  did: z.enum(["nothing", "hold", "retry", "remind", "suspend", "write_off", "wait", "rest", "end"]),
  nextAt: Instant.nullable(),
});
export const MethodRef = z.object({ paymentMethodId: z.uuid() });
export const ExpiryTold = z.object({ paymentMethodId: z.uuid(), isTold: z.boolean() });

export const ListDunning = z.object({
  state: z.enum(["open", "suspended", "ended"]).default("open"),
  text: z.string().trim().max(120).default(""),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
/** A late invoice in the queue. `step` reminders of `steps` are out. */
export const DunningView = z.object({
  invoiceId: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  fullNumber: z.string(),
  currency: Currency,
  openMinor: Minor,
  dueOn: Day,
  daysLate: z.number().int(),
  step: z.number().int(),
  steps: z.number().int(),
  startedAt: Instant,
  lastRemindedAt: Instant.nullable(),
  nextAt: Instant.nullable(),
  heldUntilOn: Day.nullable(),
  suspendedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  outcome: z.enum(["paid", "written_off", "void", "stopped"]).nullable(),
  note: z.string(),
});
export type DunningView = z.output<typeof DunningView>;
export const DunningPage = z.object({
  items: z.array(DunningView),
  nextCursor: z.string().nullable(),
  /** What is late and under way, per currency. */
  totals: z.array(z.object({ currency: Currency, openMinor: Minor, invoices: z.number().int() })),
});
