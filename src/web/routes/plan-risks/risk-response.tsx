import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { RESPONSES, type Risk } from "./risk-words.tsx";

const HINTS: Record<keyof typeof RESPONSES, string> = {
  avoid: "Change the plan so that it cannot happen.",
  reduce: "Make it less likely, or less bad.",
  transfer: "Let somebody else carry it: insurance, a contract.",
  accept: "Live with it, knowingly.",
};
const choices = Object.entries(RESPONSES).map(([value, label]) => {
  return { value, label, hint: HINTS[value as keyof typeof RESPONSES] };
});

interface ResponseProps {
  risk: Risk;
  mayTend: boolean;
  state: FormState | undefined;
}

/** What is done about it. */
export function RiskResponse({ risk, mayTend, state }: ResponseProps) {
  const { response } = risk;
  return (
    <Section title="Response">
      {response ? (
        <div className="max-w-measure">
          <p className="font-medium">{RESPONSES[response.kind]}</p>
          <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {response.text}
          </p>
        </div>
      ) : (
        <p className="text-muted">Nobody has written down what is done about it.</p>
      )}
      {mayTend && (
        <Disclosure
          summary={response ? "Change the response" : "Write the response"}
          open={state?.intent === "respond"}
        >
          <Form state={state} intent="respond" className="max-w-form space-y-4">
            <RadioGroup name="kind" legend="We" choices={choices} defaultValue={response?.kind ?? "reduce"} />
            <TextArea name="text" label="How" rows={3} maxLength={4000} defaultValue={response?.text} />
            <Button>Keep response</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
