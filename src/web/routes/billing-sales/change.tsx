import { z } from "zod";
import { ApplyChange, type ChangePreview } from "#modules/billing/contract/subscriptions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/change.ts";
import { ChangePreviewCard } from "./change-preview.tsx";
import { loadPlanChoices } from "./plan-choices.ts";
import type { Subscription } from "./subscription.tsx";

type Preview = z.output<typeof ChangePreview>;
type Loaded = Route.ComponentProps["loaderData"];

export const handle: RouteHandle = { crumb: "Change plan or seats" };

const Asked = z.object({
  priceId: z.uuid(),
  quantity: z.coerce.number().int().min(1).max(10_000),
  when: z.enum(["now", "period_end"]).optional().catch(undefined),
});

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { subscriptionId } = params;
  const subscription = await call<Subscription>("billing.get_subscription", { subscriptionId });
  const choices = await loadPlanChoices(call, subscription);
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data;
  const preview =
    asked &&
    (await call<Preview>("billing.preview_change", { subscriptionId, ...asked }).catch((refused) =>
      refusedText(refused),
    ));
  return { subscription, choices, asked: asked ?? null, preview: preview ?? null };
}

// What cannot be previewed is said where the preview would stand; everything else is the page's own error.
function refusedText(refused: unknown): string {
  const { kind, message } = refused as { kind?: string; message?: string };
  if (kind === "conflict" && message) return message;
  throw refused;
}

export async function action(args: Route.ActionArgs) {
  const { subscriptionId } = args.params;
  return submit(args, "billing.change_subscription", {
    schema: ApplyChange,
    map: (form) => ({ ...form, subscriptionId }),
    onSuccess: () => done(`/console/billing/subscriptions/${subscriptionId}`, "changed"),
  });
}

function PlanForm({ subscription, choices, asked }: Pick<Loaded, "subscription" | "choices" | "asked">) {
  return (
    <Form method="get">
      <RadioGroup
        name="priceId"
        legend="Plan"
        choices={choices}
        defaultValue={asked?.priceId ?? subscription.priceId}
      />
      <NumberInput
        name="quantity"
        label="Seats or quantity"
        defaultValue={String(asked?.quantity ?? subscription.quantity)}
      />
      <RadioGroup
        name="when"
        legend="When"
        choices={[
          { value: "", label: "As usual", hint: "An upgrade now, anything else when the period ends." },
          { value: "now", label: "Now" },
          { value: "period_end", label: "When the period ends" },
        ]}
        defaultValue={asked?.when ?? ""}
      />
      <Button>Show what it comes to</Button>
    </Form>
  );
}

export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const { subscription, asked, preview } = loaderData;
  return (
    <>
      <PageHeader
        title="Change plan or seats"
        lead={`${subscription.accountName} has ${subscription.offer.name}. Choose, look at what it comes to, then confirm.`}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section title="New plan">
          <Card>
            <PlanForm {...loaderData} />
          </Card>
        </Section>
        {asked && preview && (
          <Section title="What it comes to">
            <Card>
              {typeof preview === "string" ? (
                <p className="text-pretty">{preview}</p>
              ) : (
                <ChangePreviewCard preview={preview} asked={asked} state={actionData} />
              )}
            </Card>
          </Section>
        )}
      </div>
    </>
  );
}
