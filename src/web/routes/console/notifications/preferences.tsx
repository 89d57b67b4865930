import { z } from "zod";
import { NoticeDelivery, type NoticePreference } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Route } from "./+types/preferences.ts";
import { NoticeTabs } from "./notice-tabs.tsx";

type Preferences = { items: z.output<typeof NoticePreference>[] };

export const handle: RouteHandle = {
  crumb: "How they reach you",
  notices: { saved: "Your choice is saved." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<Preferences>("platform.get_preferences");
}

const Choices = z.object({ choices: z.array(z.object({ kind: z.string(), delivery: NoticeDelivery })) });

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const save = ({ choices }: z.output<typeof Choices>) =>
    call("platform.update_preferences", {
      deliveries: Object.fromEntries(choices.map(({ kind, delivery }) => [kind, delivery])),
    });
  return submit(args, save, { schema: Choices });
}

const deliveries = [
  { value: "app", label: "Here only" },
  { value: "mail", label: "Here and by mail at once" },
  { value: "digest", label: "Here and in the morning's mail" },
  { value: "off", label: "Not at all" },
];

export default function Preferences({ loaderData: { items }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Notifications"
        lead="The morning's mail comes at 7 in your time zone, and only when something waits."
      />
      <NoticeTabs />
      {items.length === 0 ? (
        <EmptyState icon="bell" title="Nothing to choose yet" text="No part of the house sends notices." />
      ) : (
        <Form state={actionData} className="max-w-[520px]">
          {items.map(({ kind, title, delivery }, at) => (
            <div key={kind}>
              <input type="hidden" name={`choices[${at}].kind`} value={kind} />
              <Select
                name={`choices[${at}].delivery`}
                label={title}
                options={deliveries}
                defaultValue={delivery}
              />
            </div>
          ))}
          <Button look="primary">Save your choice</Button>
        </Form>
      )}
    </>
  );
}
