import type { z } from "zod";
import type { BankLine } from "#modules/billing/contract/bank-statements.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

type Line = z.output<typeof BankLine>;

/** Takes a match back, or sets a line aside. */
export function LineActions({ line, state }: { line: Line; state?: FormState }) {
  if (line.status === "matched")
    return (
      <Section title="Matched by mistake?">
        <p className="mb-4 text-pretty text-muted">
          The customer’s invoices are open again and credit from it is gone. Access that was given stays until
          reminders end it.
        </p>
        <Form state={state} intent="unmatch">
          <Button look="danger">Take the match back</Button>
        </Form>
      </Section>
    );
  if (line.status === "ignored")
    return (
      <Section title="Set aside">
        <p className="mb-4 text-pretty text-muted">Nothing is done with this line.</p>
        <Form state={state} intent="unmatch">
          <Button>Let it wait again</Button>
        </Form>
      </Section>
    );
  return (
    <div className="mt-6 mb-8">
      <Disclosure summary="It is no customer’s payment" open={state?.intent === "ignore"}>
        <Form state={state} intent="ignore">
          <TextInput name="reason" label="What it is" optional />
          <Button>Set it aside</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
