import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/new.ts";
import { WebhookSecret } from "./secret.tsx";
import { chosenEvents, type EventChoice, WebhookFields, WebhookForm } from "./webhook-fields.tsx";

export const handle: RouteHandle = { crumb: "Add a webhook" };

export async function loader({ context }: Route.LoaderArgs) {
  const { events } = await context.get(pageContext).call<{ events: EventChoice[] }>("platform.list_webhooks");
  return { events };
}

/** The secret is the answer to the post itself: no address leads to it again. */
export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  let added: { endpointId: string; secret: string } | undefined;
  const add = async (input: z.output<typeof WebhookForm>) => {
    added = await call("platform.create_webhook", { ...input, events: chosenEvents(input.events) });
  };
  const answer = await submit(args, add, { schema: WebhookForm });
  return added ? { added } : answer;
}

export default function AddWebhook({ loaderData: { events }, actionData }: Route.ComponentProps) {
  if (actionData && "added" in actionData)
    return (
      <WebhookSecret {...actionData.added} lead="The webhook is on. It hears what happens from now on." />
    );
  return (
    <>
      <PageHeader
        over={<TextLink to="/console/webhooks">Webhooks</TextLink>}
        title="Add a webhook"
        lead="The receiver gets one signed POST for each event it hears."
      />
      <Form state={actionData} className="max-w-[720px]">
        <WebhookFields choices={events} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the webhook</Button>
          <LinkButton to="/console/webhooks">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
