import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** Approve or reject. Approving does it at once, as the person who approves. */
export function Decide({ state }: { state: FormState | undefined }) {
  return (
    <Section title="Decide" note="Approved, it is done at once, in your name.">
      <Form state={state} intent="approve">
        <Button look="primary" icon="check">
          Approve it
        </Button>
      </Form>
      <div className="mt-3">
        <Disclosure summary="Reject it">
          <Form state={state} intent="reject">
            <TextInput
              name="reason"
              label="Reason"
              hint="The agent's person reads it."
              maxLength={500}
              optional
            />
            <Button>Reject it</Button>
          </Form>
        </Disclosure>
      </div>
    </Section>
  );
}
