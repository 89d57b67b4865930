import type { z } from "zod";
import { data } from "react-router";
import type { MethodSetup as MethodSetupShape } from "#modules/billing/contract/payment-methods.ts";
import { pageContext } from "#web/context.ts";
import { done } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/method-setup.ts";
import { portalContext, portalPath } from "./portal-context.ts";
import { refreshOf, Waiting, webAddress } from "./waiting.tsx";

type Setup = z.output<typeof MethodSetupShape>;

export const handle: RouteHandle = { crumb: "Payment method" };

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { setupId } = params;
  const asked = new URL(request.url).searchParams;
  if (asked.has("back")) await call("billing.check_my_method_setup", { setupId });
  const setup = await call<Setup>("billing.get_my_method_setup", { setupId });
  const here = portalPath(context.get(portalContext), "/account/payment-methods");
  if (setup.status === "succeeded") throw done(here, "added");
  if (setup.status === "failed") throw done(here, "not_added");
  const straight = asked.has("go");
  const actionUrl = asked.has("back") ? null : webAddress(setup.actionUrl);
  const refresh = refreshOf(request.url, actionUrl, straight);
  return data({ actionUrl, straight, setupId }, { headers: refresh ? { refresh } : undefined });
}

export default function MethodSetupPage({
  loaderData: { actionUrl, straight, setupId },
}: Route.ComponentProps) {
  return (
    <Waiting
      actionUrl={actionUrl}
      straight={straight}
      title={actionUrl ? "One more step: your payment method" : "We are asking about your payment method"}
      again={`/account/payment-methods/${setupId}`}
    />
  );
}
