import type { MemberRole } from "#modules/people/contract/account.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { rolesToGive } from "./roles.ts";

/** Asks somebody to join, as what one may give. */
export function InviteForm({ role, state }: { role: MemberRole; state: FormState | undefined }) {
  return (
    <Form state={state} intent="invite" className="max-w-[560px] space-y-5">
      <TextInput name="email" type="email" label="E-mail address" autoComplete="off" inputMode="email" />
      <TextInput
        name="name"
        label="Name"
        hint="How the mail greets them."
        optional
        autoComplete="off"
        dir="auto"
      />
      <RadioGroup name="role" legend="Role" choices={rolesToGive(role)} defaultValue="member" />
      <Button look="primary">Invite</Button>
    </Form>
  );
}
