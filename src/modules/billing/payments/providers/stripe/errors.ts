import type { Stripe } from "stripe";
import { isAppError } from "#kernel/errors.ts";
import { unreachable } from "#modules/billing/payments/providers/cannot.ts";
import { stripeSdk } from "#modules/billing/payments/providers/stripe/sdk.ts";

/** What a refused request means for the payment. */
export interface StripeRefusal {
  code: string;
  message: string;
  /** As it stood when Stripe refused, where it says so. */
  intent: Stripe.PaymentIntent | undefined;
}

/**
 * Reads an error as a definite no, or gives undefined where nothing is known for sure: no answer, a fault at Stripe, a key
 * that opens nothing, too many requests. Those are tried again later, and nobody is told that the card failed.
 */
export function refusalOf(error: unknown): StripeRefusal | undefined {
  if (isAppError(error)) return { code: error.code, message: error.message, intent: undefined };
  if (
    error instanceof stripeSdk().errors.StripeCardError ||
    error instanceof stripeSdk().errors.StripeInvalidRequestError
  )
    return {
      code: error.decline_code ?? error.code ?? "refused",
      message: error.message,
      intent: error.payment_intent,
    };
  if (isOfStripe(error)) return undefined;
  throw error;
}

/** True for whatever Stripe, or the way to it, had to say. */
export const isOfStripe = (error: unknown): boolean => error instanceof stripeSdk().errors.StripeError;

/** True when Stripe says that it has no such object. */
export const isMissing = (error: unknown): boolean =>
  error instanceof stripeSdk().errors.StripeInvalidRequestError && error.code === "resource_missing";

/** Calls Stripe where an answer is needed. Errors: `billing.provider_unreachable`. */
export async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isOfStripe(error) && !isMissing(error)) throw unreachable("Stripe");
    throw error;
  }
}
