import type { z } from "zod";
import { data } from "react-router";
import type { Attempt as AttemptShape } from "#modules/billing/contract/payment-methods.ts";
import { pageContext } from "#web/context.ts";
import { done } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/payment.ts";
import { portalContext, portalPath } from "./portal-context.ts";
import { refreshOf, Waiting, webAddress } from "./waiting.tsx";

type Attempt = z.output<typeof AttemptShape>;

export const handle: RouteHandle = { crumb: "Payment" };

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const OVER: Partial<Record<Attempt["status"], string>> = {
  succeeded: "paid",
  failed: "failed",
  abandoned: "failed",
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { attemptId } = params;
  const asked = new URL(request.url).searchParams;
  // Back from the provider's page: ask there what became of it.
  if (asked.has("back")) await call("billing.check_my_payment_attempt", { attemptId });
  const attempt = await call<Attempt>("billing.get_my_payment_attempt", { attemptId });
  const notice = OVER[attempt.status];
  if (notice)
    throw done(portalPath(context.get(portalContext), `/account/invoices/${attempt.invoiceId}`), notice);
  const straight = asked.has("go");
  const actionUrl = asked.has("back") ? null : webAddress(attempt.actionUrl);
  const refresh = refreshOf(request.url, actionUrl, straight);
  return data(
    { actionUrl, straight, attemptId: attempt.attemptId },
    { headers: refresh ? { refresh } : undefined },
  );
}

export default function Payment({ loaderData: { actionUrl, straight, attemptId } }: Route.ComponentProps) {
  return (
    <Waiting
      actionUrl={actionUrl}
      straight={straight}
      title={actionUrl ? "One more step: your payment" : "We are asking about your payment"}
      again={`/account/payments/${attemptId}`}
    />
  );
}
