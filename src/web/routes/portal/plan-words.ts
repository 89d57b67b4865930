import type { z } from "zod";
import type { Subscription as SubscriptionShape } from "#modules/billing/contract/subscriptions.ts";

export type Subscription = z.output<typeof SubscriptionShape>;

type Facts = Pick<
  Subscription,
  "status" | "periodEndsOn" | "trialEndsOn" | "cancelOn" | "pausedOn" | "resumesOn" | "pendingChange"
>;

/** What comes next for a plan, in a sentence; `day` writes a date, `price` the amount with its cycle. */
export function nextOfPlan(
  plan: Facts,
  { day, price }: { day: (on: string) => string; price: string },
): string {
  const { status, periodEndsOn, trialEndsOn, cancelOn, pausedOn, resumesOn, pendingChange } = plan;
  if (status === "cancelled") return "It has ended.";
  if (status === "incomplete") return "It begins when its invoice is paid.";
  if (status === "suspended") return "It is held back until the open invoice is paid.";
  if (cancelOn) return `It ends on ${day(cancelOn)}. Nothing is charged after that.`;
  if (status === "paused")
    return resumesOn ? `It goes on on ${day(resumesOn)}.` : "It rests until you go on with it.";
  if (pausedOn)
    return `It pauses on ${day(pausedOn)}${resumesOn ? ` and goes on on ${day(resumesOn)}` : ""}.`;
  if (status === "trialing" && trialEndsOn) return `Free of charge until ${day(trialEndsOn)}, then ${price}.`;
  if (pendingChange && periodEndsOn) return `Becomes ${pendingChange.offerName} on ${day(periodEndsOn)}.`;
  return periodEndsOn ? `Next invoice on ${day(periodEndsOn)}: ${price}.` : price;
}

/** What may be done with a plan as it stands. */
export const planChoices = ({
  status,
  cancelOn,
  pausedOn,
}: Pick<Facts, "status" | "cancelOn" | "pausedOn">) => ({
  canChange: (status === "active" || status === "trialing") && !cancelOn && !pausedOn,
  canPause: status === "active" && !cancelOn && !pausedOn,
  canCancel: status !== "cancelled" && !cancelOn,
  canKeep: status !== "cancelled" && (cancelOn !== null || (pausedOn !== null && status !== "paused")),
  canResume: status === "paused",
  canRevive: status === "cancelled",
});

/** "a month", "every 2 years". */
export const everyWords = (cycle: "month" | "year", count: number): string =>
  count === 1 ? `a ${cycle}` : `every ${count} ${cycle}s`;
