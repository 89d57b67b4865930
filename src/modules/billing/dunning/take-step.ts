import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { type DunningRow, stateOf } from "#modules/billing/dunning/dunning-row.ts";
import { findLateFacts } from "#modules/billing/dunning/late-facts.ts";
import { mailAboutInvoice } from "#modules/billing/dunning/mail-about-invoice.ts";
import { writeOff } from "#modules/billing/dunning/write-off.ts";
import { DunningReminded, DunningSuspended } from "#modules/billing/events/dunning.ts";
import { suspendAccess } from "#modules/billing/fulfilment/access.ts";
import type { InvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { startAttempt } from "#modules/billing/payments/attempts/start-attempt.ts";
import type { MethodRow } from "#modules/billing/payments/methods/method-row.ts";
import { nextStep } from "#modules/billing/rules/dunning/next-step.ts";
import type { DunningStep } from "#modules/billing/rules/dunning/types.ts";
import { dayWords } from "#modules/billing/rules/dunning/words/choose-words.ts";

/** Mails go out when people are up. */
const MORNING = Temporal.PlainTime.from("08:00");
/** How long a charge may take before anybody is written to, and until money under way is looked for again. */
const CHARGE_TAKES = { hours: 2 };
const LOOK_AGAIN_AFTER = { hours: 4 };

interface Dunned {
  invoice: InvoiceRow;
  row: DunningRow;
  method: MethodRow | undefined;
}

const numbers = ({ invoice }: Dunned) => ({
  accountId: invoice.account_id,
  invoiceId: invoice.id,
  fullNumber: invoice.full_number ?? "",
});

async function retry(ctx: BillingContext, { invoice, method }: Dunned, step: number): Promise<void> {
  await ctx.tx.execute(
    sql`UPDATE billing.dunning SET retried_step = ${step} WHERE invoice_id = ${invoice.id}`,
  );
  if (!method) return;
  try {
    await startAttempt(ctx, {
      invoiceId: invoice.id,
      provider: method.provider,
      flow: "charge",
      paymentMethodId: method.id,
    });
  } catch (error) {
    // The provider is not set up any more, or cannot charge: the mail of this step goes out without a try.
    if (!isAppError(error)) throw error;
  }
}

async function remind(
  ctx: BillingContext,
  dunned: Dunned,
  given: { step: Extract<DunningStep, { kind: "remind" }>; today: string },
): Promise<void> {
  const { invoice, row, method } = dunned;
  const { step, isLast, suspendsOn } = given.step;
  await ctx.tx.execute(
    sql`UPDATE billing.dunning SET step = ${step}, last_reminded_at = ${ctx.now.toString()},
          first_reminded_on = coalesce(first_reminded_on, ${given.today}) WHERE invoice_id = ${invoice.id}`,
  );
  await mailAboutInvoice(ctx, invoice, {
    key: `dunning:${invoice.id}:${step}`,
    write: (facts) =>
      facts.words.reminder({
        ...facts,
        method: method?.label ?? null,
        suspendsOn: suspendsOn && dayWords(suspendsOn, facts.lang),
        isSuspended: row.suspended_at !== null,
        isOrder: invoice.source_kind === "order",
        isFirst: row.first_reminded_on === null,
        isLast,
      }),
  });
  await ctx.emit(DunningReminded, { ...numbers(dunned), step });
}

async function suspend(ctx: BillingContext, dunned: Dunned): Promise<void> {
  const { invoice } = dunned;
  await ctx.tx.execute(
    sql`UPDATE billing.dunning SET suspended_at = ${ctx.now.toString()} WHERE invoice_id = ${invoice.id}`,
  );
  await suspendAccess(ctx, invoice);
  await mailAboutInvoice(ctx, invoice, {
    key: `dunning:${invoice.id}:suspended`,
    write: (facts) => facts.words.suspended(facts),
  });
  await ctx.emit(DunningSuspended, numbers(dunned));
}

/** When to look at it again after a step; null: never by itself. */
function nextLook(step: DunningStep, now: Temporal.Instant, zone: string): Temporal.Instant | null {
  if (step.kind === "retry") return now.add(CHARGE_TAKES);
  if (step.kind === "hold") return now.add(LOOK_AGAIN_AFTER);
  if (step.kind === "wait")
    return Temporal.PlainDate.from(step.untilOn)
      .toZonedDateTime({ timeZone: zone, plainTime: MORNING })
      .toInstant();
  return step.kind === "rest" || step.kind === "write_off" ? null : now;
}

async function act(ctx: BillingContext, dunned: Dunned, step: DunningStep, today: string): Promise<void> {
  if (step.kind === "retry") await retry(ctx, dunned, step.step);
  if (step.kind === "remind") await remind(ctx, dunned, { step, today });
  if (step.kind === "suspend") await suspend(ctx, dunned);
  if (step.kind === "write_off") await writeOff(ctx, dunned.invoice, "Not paid after all reminders");
}

/**
 * Takes the step that is due of a late invoice, one, and says when to look again. Invoice and dunning must be locked, the
 * invoice open: money that arrives meanwhile waits for this, or this for it.
 */
export async function takeStep(
  ctx: BillingContext,
  invoice: InvoiceRow,
  row: DunningRow,
  settings: DunningSettings,
): Promise<{ did: DunningStep["kind"]; nextAt: string | null }> {
  const { zone } = await ctx.company();
  const today = localDate(ctx.now, zone).toString();
  const { late, method } = await findLateFacts(ctx.tx, invoice);
  const step = nextStep(late, stateOf(row), settings, today);
  await act(ctx, { invoice, row, method }, step, today);
  const nextAt = nextLook(step, ctx.now, zone)?.toString() ?? null;
  await ctx.tx.execute(
    sql`UPDATE billing.dunning SET next_at = ${nextAt} WHERE invoice_id = ${invoice.id} AND ended_at IS NULL`,
  );
  return { did: step.kind, nextAt };
}
