import { NewPerson } from "#modules/staff/contract.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { useShell } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/invite.ts";
import { choicesFor } from "./role.ts";

export const handle: RouteHandle = { crumb: "Invite a person" };

export async function action(args: Route.ActionArgs) {
  return submit(args, "staff.invite_person", {
    schema: NewPerson,
    onSuccess: () => done("/console/people", "invited"),
  });
}

export default function InvitePerson({ actionData }: Route.ComponentProps) {
  const { viewer } = useShell();
  return (
    <>
      <PageHeader
        title="Invite a person"
        lead="They get a mail with a link that works once, for 7 days, and choose their own password."
      />
      <Form state={actionData} className="max-w-[520px]">
        <TextInput name="name" label="Name" autoComplete="off" maxLength={120} />
        <TextInput name="email" type="email" label="E-mail address" autoComplete="off" />
        <RadioGroup
          name="role"
          legend="Role"
          hint="It can be changed later."
          choices={choicesFor(viewer.role)}
          defaultValue="viewer"
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Send the invitation</Button>
          <LinkButton to="/console/people">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
