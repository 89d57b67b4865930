import type { z } from "zod";
import type { WebhookEndpoint } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/edit.ts";
import { chosenEvents, type EventChoice, WebhookFields, WebhookForm } from "./webhook-fields.tsx";

export const handle: RouteHandle = { crumb: "Change" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [webhook, { events }] = await Promise.all([
    call<z.output<typeof WebhookEndpoint>>("platform.get_webhook", params),
    call<{ events: EventChoice[] }>("platform.list_webhooks"),
  ]);
  return { webhook, events };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const { endpointId } = args.params;
  const change = (input: z.output<typeof WebhookForm>) =>
    call("platform.update_webhook", { endpointId, ...input, events: chosenEvents(input.events) });
  const onSuccess = () => done(`/console/webhooks/${endpointId}`, "saved");
  return submit(args, change, { schema: WebhookForm, onSuccess });
}

export default function EditWebhook({ loaderData, actionData }: Route.ComponentProps) {
  const { webhook, events } = loaderData;
  return (
    <>
      <PageHeader over={<TextLink to="/console/webhooks">Webhooks</TextLink>} title="Change the webhook" />
      <Form state={actionData} className="max-w-[720px]">
        <WebhookFields choices={events} webhook={webhook} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Save the webhook</Button>
          <LinkButton to={`/console/webhooks/${webhook.endpointId}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
