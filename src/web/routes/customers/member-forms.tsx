import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { roleChoices } from "./words.ts";

/** Asks somebody to join the account. */
export function InviteForm({ state }: { state: FormState | undefined }) {
  return (
    <Form state={state} intent="invite">
      <TextInput name="email" type="email" label="E-mail address" autoComplete="off" />
      <TextInput name="name" label="Name" autoComplete="off" maxLength={120} optional />
      <RadioGroup name="role" legend="As" choices={roleChoices} defaultValue="member" />
      <Button icon="mail">Send the invitation</Button>
    </Form>
  );
}

/** Sets how many members there may be. */
export function SeatsForm({ limit, state }: { limit: number | null; state: FormState | undefined }) {
  return (
    <Form state={state} intent="seats">
      <NumberInput
        name="limit"
        label="Most members"
        hint="Left empty, as many as they like. Who is in stays in."
        defaultValue={limit ?? ""}
        unit="seats"
        optional
      />
      <Button>Set the seats</Button>
    </Form>
  );
}
