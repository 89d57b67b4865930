import { z } from "zod";
import { redirect } from "react-router";
import {
  type MethodSetup,
  type PaymentMethodList,
  PaymentMethodRef,
} from "#modules/billing/contract/payment-methods.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/payment-methods.ts";
import { comeBack, readComeBack } from "./come-back.ts";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";

type Methods = z.output<typeof PaymentMethodList>;

export const handle: RouteHandle = {
  crumb: "Payment",
  notices: {
    added: "The payment method is saved.",
    not_added: "Nothing was saved.",
    removed: "The payment method is removed.",
    chosen: "It is charged first from now on.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const { accountId } = needAccount(portal);
  const setupId = new URL(request.url).searchParams.has("back") && readComeBack(request, "setup");
  if (setupId) throw redirect(portalPath(portal, `/account/payment-methods/${setupId}?back`));
  return context.get(pageContext).call<Methods>("billing.list_my_payment_methods", { accountId });
}

const Add = z.object({ provider: z.string().max(40) });

export async function action(args: Route.ActionArgs) {
  const { call, secureCookies } = args.context.get(pageContext);
  const portal = args.context.get(portalContext);
  const { accountId } = needAccount(portal);
  const here = portalPath(portal, "/account/payment-methods");
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "remove")
    return submit(args, "billing.remove_my_payment_method", {
      schema: PaymentMethodRef,
      onSuccess: () => done(here, "removed"),
    });
  if (intent === "default")
    return submit(args, "billing.set_my_default_payment_method", {
      schema: PaymentMethodRef,
      onSuccess: () => done(here, "chosen"),
    });
  const add = ({ provider }: z.output<typeof Add>) =>
    call("billing.add_my_payment_method", {
      accountId,
      provider,
      returnPath: "/account/payment-methods?back=1",
    });
  return submit<z.output<typeof MethodSetup>>(args, add as () => Promise<z.output<typeof MethodSetup>>, {
    schema: Add,
    onSuccess: ({ setupId }) =>
      redirect(portalPath(portal, `/account/payment-methods/${setupId}?go`), {
        headers: { "set-cookie": comeBack("setup", setupId, secureCookies) },
      }),
  });
}

export default function PaymentMethods({
  loaderData: { items, providers },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Payment"
        lead="What is charged for renewals. Without one, you pay each invoice by bank transfer."
      />
      <Refusal state={actionData} />
      {items.length === 0 ? (
        <EmptyState
          icon="credit-card"
          title="No payment method saved"
          text={
            providers.length > 0
              ? "Save one, and renewals are paid by themselves."
              : "Invoices are paid by bank transfer here; each of them says how."
          }
        />
      ) : (
        <Card flush className="mb-6 max-w-[720px]">
          <ul className="divide-y divide-line">
            {items.map((method) => (
              <Method key={method.id} method={method} />
            ))}
          </ul>
        </Card>
      )}
      {providers.length > 0 && (
        <Form className={items.length === 0 ? "flex flex-wrap justify-center gap-3" : "flex flex-wrap gap-3"}>
          {providers.map(({ key, title }) => (
            <Button
              key={key}
              name="provider"
              value={key}
              look={items.length === 0 ? "primary" : "secondary"}
              icon="plus"
            >
              Save one by {title}
            </Button>
          ))}
        </Form>
      )}
    </>
  );
}

function Method({ method: { id, label, expiresOn, isDefault } }: { method: Methods["items"][number] }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon name="credit-card" className="text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {label}
          {isDefault && <Badge tone="positive">charged first</Badge>}
        </p>
        {expiresOn && (
          <p className="text-13 text-muted">
            Valid until <Day on={expiresOn} />
          </p>
        )}
      </div>
      {!isDefault && (
        <Form intent="default" className="">
          <input type="hidden" name="paymentMethodId" value={id} />
          <Button size="small">
            Charge first<span className="sr-only">: {label}</span>
          </Button>
        </Form>
      )}
      <Form intent="remove" className="">
        <input type="hidden" name="paymentMethodId" value={id} />
        <Button size="small" look="quiet">
          Remove<span className="sr-only"> {label}</span>
        </Button>
      </Form>
    </li>
  );
}
