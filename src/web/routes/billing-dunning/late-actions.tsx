import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** What may be done with a late invoice. */
export function LateActions({ state }: { state: FormState | undefined }) {
  const mayDecide = usePermission("billing:money");
  if (!mayDecide) return null;
  return (
    <Section title="Decide">
      <Form state={state} intent="hold">
        <DateInput
          name="untilOn"
          label="Give time until"
          hint="Until then no mail goes out, nothing is charged and no access ends."
        />
        <TextInput name="reason" label="What was agreed" />
        <Button look="primary">Give time</Button>
      </Form>
      <div className="mt-6 space-y-1">
        <Disclosure summary="End the reminders for good" open={state?.intent === "end"}>
          <p className="mb-4 text-pretty text-muted">
            The invoice stays open. Access that was held back for it is given again.
          </p>
          <Form state={state} intent="end">
            <TextInput name="reason" label="Reason" />
            <Button>End the reminders</Button>
          </Form>
        </Disclosure>
        <Disclosure summary="Write the invoice off" open={state?.intent === "write_off"}>
          <p className="mb-4 text-pretty text-muted">
            The books take what is open for lost, and a subscription it was for ends. An order nobody paid is
            cancelled instead.
          </p>
          <Form state={state} intent="write_off">
            <TextInput name="reason" label="Reason" />
            <Button look="danger">Write it off</Button>
          </Form>
        </Disclosure>
      </div>
    </Section>
  );
}

/** Money came for what was given up. */
export function Reopen({ state }: { state: FormState | undefined }) {
  const mayDecide = usePermission("billing:money");
  if (!mayDecide) return null;
  return (
    <Section
      title="Money came after all"
      note="The invoice is owed again, and the customer’s credit pays it as far as it goes. No reminders begin."
    >
      <Form state={state} intent="reopen">
        <Button>Take the write-off back</Button>
      </Form>
    </Section>
  );
}
