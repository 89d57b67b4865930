import type { z } from "zod";
import { CancelInput, PauseInput, SubscriptionRef } from "#modules/billing/contract/subscriptions.ts";
import type { IssuedRef } from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { done, submit } from "#web/forms/submit.ts";
import { loadPlanChoices } from "#web/routes/billing-sales/plan-choices.ts";
import { SubscriptionState } from "#web/routes/billing-sales/standing.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/plan.ts";
import { findPlan } from "./find-plan.ts";
import { Leaving } from "./plan-leaving.tsx";
import { everyWords, nextOfPlan, planChoices, type Subscription } from "./plan-words.ts";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

export const handle: RouteHandle = {
  crumb: ({ plan }: { plan: Subscription }) => plan.offer.name,
  notices: {
    changed: "The plan is changed.",
    planned: "The change is planned.",
    cancelled: "It is cancelled. You keep it until the day named here.",
    kept: "It goes on as before.",
    paused: "The pause is planned.",
    resumed: "It goes on from today. The invoice is among your invoices.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { accountId } = needAccount(context.get(portalContext));
  const plan = await findPlan(call, accountId, params.subscriptionId);
  const choices = planChoices(plan).canChange ? await loadPlanChoices(call, plan) : [];
  return { plan, choices };
}

const OPERATIONS = {
  cancel: ["billing.cancel_my_subscription", CancelInput, "cancelled"],
  pause: ["billing.pause_my_subscription", PauseInput, "paused"],
  keep: ["billing.keep_my_subscription", SubscriptionRef, "kept"],
  resume: ["billing.resume_my_subscription", SubscriptionRef, "resumed"],
} as const;

export async function action(args: Route.ActionArgs) {
  const portal = args.context.get(portalContext);
  const { subscriptionId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const map = (form: Record<string, unknown>) => ({ ...form, subscriptionId });
  if (intent === "revive")
    return submit<z.output<typeof IssuedRef>>(args, "billing.reactivate_my_subscription", {
      schema: SubscriptionRef,
      map,
      onSuccess: ({ invoiceId }) => done(portalPath(portal, `/account/invoices/${invoiceId}`), "revived"),
    });
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.keep;
  return submit(args, operation, {
    schema,
    map,
    onSuccess: () => done(portalPath(portal, `/account/plans/${subscriptionId}`), notice),
  });
}

export default function Plan({ loaderData: { plan, choices }, actionData }: Route.ComponentProps) {
  const { money, date } = useFormat();
  const price = `${money(BigInt(plan.amountMinor), plan.currency)} ${everyWords(plan.cycle, plan.cycleCount)}`;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{plan.offer.name}</span>}
        lead={nextOfPlan(plan, { day: date, price })}
        over={<SubscriptionState status={plan.status} />}
      />
      {choices.length > 0 && (
        <Section title="Change the plan" note="You see the exact amount before anything changes.">
          <Card className="max-w-[560px]">
            <ChangeForm plan={plan} choices={choices} />
          </Card>
        </Section>
      )}
      <Leaving plan={plan} state={actionData} />
    </>
  );
}

type Choices = Route.ComponentProps["loaderData"]["choices"];

function ChangeForm({ plan, choices }: { plan: Subscription; choices: Choices }) {
  const { account, accounts } = usePortal();
  const isOther = account && account.accountId !== accounts[0]?.accountId;
  return (
    <Form method="get" action={`/account/plans/${plan.id}/change`} className="space-y-5">
      {isOther && <input type="hidden" name="account" value={account.accountId} />}
      <RadioGroup
        name="priceId"
        legend="Plan"
        choices={choices.map((choice) =>
          choice.value === plan.priceId ? { ...choice, label: `${choice.label}, as now` } : choice,
        )}
        defaultValue={plan.priceId}
      />
      <NumberInput name="quantity" label="How many" defaultValue={String(plan.quantity)} />
      <Button look="primary">Show what it comes to</Button>
    </Form>
  );
}
