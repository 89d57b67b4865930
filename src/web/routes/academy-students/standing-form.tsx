import type { ENROLLMENT_STATUSES } from "#modules/academy/contract/learning.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

const CHOICES = [
  { value: "active", label: "Let in", hint: "They go on where they were." },
  { value: "suspended", label: "Hold back", hint: "Lessons are closed until you let them in again." },
  { value: "cancelled", label: "Take out", hint: "The course is no longer among theirs. The record stays." },
];

/** Lets a student in, holds them back or takes them out, with the reason. */
export function StandingForm({
  status,
  state,
}: {
  status: (typeof ENROLLMENT_STATUSES)[number];
  state: FormState | undefined;
}) {
  const choices = CHOICES.filter(({ value }) => value !== status);
  return (
    <Disclosure summary="Change the standing" open={state?.intent === "standing"}>
      <Form state={state} intent="standing" className="max-w-form">
        <RadioGroup name="status" legend="Standing" choices={choices} defaultValue={choices[0]?.value} />
        <TextInput name="reason" label="Reason" hint="Stays in the history." maxLength={500} dir="auto" />
        <Button>Change the standing</Button>
      </Form>
    </Disclosure>
  );
}
