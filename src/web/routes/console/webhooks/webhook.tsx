import { z } from "zod";
import { DeliveryStatus, type WebhookDelivery, type WebhookEndpoint } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/webhook.ts";
import { Refusal } from "../refusal.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { WebhookSecret } from "./secret.tsx";
import { WebhookStanding } from "./standing.tsx";
import { TestButton, WebhookActions } from "./webhook-actions.tsx";

type Webhook = z.output<typeof WebhookEndpoint>;
type Deliveries = { items: z.output<typeof WebhookDelivery>[]; nextCursor: string | null };

export const handle: RouteHandle = {
  crumb: ({ webhook }: { webhook: Webhook }) => webhook.description || webhook.url,
  notices: {
    saved: "The webhook is changed.",
    tested: "A test event is on its way. Reload in a moment to see the answer.",
    replayed: "The delivery is on its way again.",
    on: "The webhook is on.",
    off: "The webhook is off. It hears nothing until it is switched on.",
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const query = readTableQuery(request.url, { filters: ["status"] });
  const [webhook, deliveries] = await Promise.all([
    call<Webhook>("platform.get_webhook", params),
    call<Deliveries>("platform.list_deliveries", {
      ...params,
      status: DeliveryStatus.safeParse(query.filters.status).data,
      cursor: query.cursor ?? undefined,
      limit: 25,
    }),
  ]);
  return { webhook, query, ...deliveries };
}

const Endpoint = z.object({ endpointId: z.uuid() });
const OPERATIONS = {
  test: ["platform.send_test_event", Endpoint, "tested"],
  replay: ["platform.replay_delivery", z.object({ deliveryId: z.uuid() }), "replayed"],
  on: ["platform.update_webhook", Endpoint.extend({ enabled: z.boolean() }), "on"],
  off: ["platform.update_webhook", Endpoint.extend({ enabled: z.boolean() }), "off"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const { endpointId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "remove")
    return submit(args, "platform.delete_webhook", {
      schema: Endpoint,
      map: () => ({ endpointId }),
      onSuccess: () => done("/console/webhooks", "removed"),
    });
  if (intent === "renew") {
    let renewed: { secret: string } | undefined;
    const renew = async () => {
      renewed = await call("platform.rotate_webhook_secret", { endpointId });
    };
    const answer = await submit(args, renew, { schema: z.object({}) });
    return renewed ? { renewed } : answer;
  }
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.test;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, endpointId, enabled: intent === "on" }),
    onSuccess: () => done(`/console/webhooks/${endpointId}`, notice),
  });
}

export default function WebhookPage({ loaderData, actionData }: Route.ComponentProps) {
  const { webhook, query, items, nextCursor } = loaderData;
  if (actionData && "renewed" in actionData)
    return (
      <WebhookSecret
        endpointId={webhook.endpointId}
        secret={actionData.renewed.secret}
        lead="For 24 hours every message is signed with both secrets, so that the receiver can change over."
      />
    );
  const refused = actionData && "errors" in actionData ? actionData : undefined;
  return (
    <>
      <PageHeader
        over={<TextLink to="/console/webhooks">Webhooks</TextLink>}
        title={<span dir="auto">{webhook.description || webhook.url}</span>}
        actions={
          <>
            <LinkButton icon="pencil" to="edit">
              Change
            </LinkButton>
            {webhook.enabled && <TestButton />}
          </>
        }
      />
      <WebhookTrouble webhook={webhook} />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <Section title="Receiver">
          <Card>
            <KeyValue
              pairs={[
                { label: "Address", value: webhook.url },
                { label: "Standing", value: <WebhookStanding webhook={webhook} /> },
                {
                  label: "Hears",
                  value: webhook.events.includes("*") ? "All events" : webhook.events.join(", "),
                },
                { label: "Added", value: <Moment at={webhook.createdAt} /> },
              ]}
            />
          </Card>
        </Section>
        <WebhookActions webhook={webhook} state={refused} />
      </div>
      <Section
        title="Deliveries"
        note="What was sent, newest first. A delivery is tried 10 times over 3 days."
      >
        <Refusal state={refused?.intent === "replay" ? refused : undefined} />
        <DeliveryList query={query} items={items} next={nextCursor} />
      </Section>
    </>
  );
}

function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  if (webhook.disabledReason)
    return (
      <div className="mb-6">
        <Notice tone="critical" title="The house switched this webhook off">
          {webhook.disabledReason} Mend the receiver, switch the webhook on, then send again what it missed.
        </Notice>
      </div>
    );
  if (!webhook.failingSince) return null;
  return (
    <div className="mb-6">
      <Notice tone="caution" title="The receiver does not answer well">
        No delivery has succeeded since <Moment at={webhook.failingSince} />. After 3 days the webhook is
        switched off.
      </Notice>
    </div>
  );
}
