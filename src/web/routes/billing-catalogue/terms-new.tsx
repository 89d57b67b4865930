import type { z } from "zod";
import { PublishTerms, type TermsList } from "#modules/billing/contract/terms.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/terms-new.ts";
import { dayStart } from "./price-form.ts";

export const handle: RouteHandle = { crumb: "Publish a version" };

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await context.get(pageContext).call<z.output<typeof TermsList>>("billing.list_terms", {});
  return { body: items.find(({ isInForce }) => isInForce)?.body ?? "" };
}

export async function action(args: Route.ActionArgs) {
  const { zone } = args.context.get(pageContext);
  return submit(args, "billing.publish_terms", {
    schema: PublishTerms,
    map: (form) => ({ ...form, inForceAt: dayStart(form.inForceAt, zone) }),
    onSuccess: () => done("/console/billing/terms", "published"),
  });
}

export default function NewTerms({ loaderData: { body }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Publish conditions of sale"
        lead="Orders before their day keep the words that were accepted."
      />
      <Form state={actionData ?? undefined} className="max-w-[760px]">
        <TextInput
          name="version"
          label="Version"
          hint="Such as 2, or 2027-06. It stands beside every order."
          maxLength={40}
          className="max-w-60"
          autoComplete="off"
        />
        <DateInput
          name="inForceAt"
          label="In force from"
          hint="Empty for now. Give customers the notice your conditions promise."
          optional
        />
        <TextArea
          name="body"
          label="Words"
          hint="Plain text. An empty line begins a paragraph."
          rows={24}
          defaultValue={body}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Publish</Button>
          <LinkButton to="/console/billing/terms">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
