import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { planChoices, type Subscription } from "./plan-words.ts";

interface LeavingProps {
  plan: Subscription;
  state: FormState | undefined;
}

/** Pausing, cancelling, and the ways back. */
export function Leaving({ plan, state }: LeavingProps) {
  const can = planChoices(plan);
  return (
    <Section title={can.canRevive ? "Begin again" : "Pause or cancel"}>
      <div className="space-y-4">
        {can.canKeep && (
          <OneButton
            intent="keep"
            state={state}
            label="Keep it after all"
            text="Takes back what was planned."
          />
        )}
        {can.canResume && (
          <OneButton
            intent="resume"
            state={state}
            label="Go on today"
            text="A new period begins today, with an invoice of its own."
          />
        )}
        {can.canRevive && (
          <OneButton
            intent="revive"
            state={state}
            label="Buy it again"
            text="You get an invoice now; access begins when it is paid."
          />
        )}
        {can.canPause && <Pause state={state} />}
        {can.canCancel && <Cancel plan={plan} state={state} />}
      </div>
    </Section>
  );
}

interface OneButtonProps {
  intent: string;
  label: string;
  text: string;
  state: FormState | undefined;
}

const OneButton = ({ intent, label, text, state }: OneButtonProps) => (
  <Form state={state} intent={intent} className="max-w-[560px] space-y-2">
    <p className="text-muted">{text}</p>
    <Button look="primary">{label}</Button>
  </Form>
);

function Pause({ state }: { state: FormState | undefined }) {
  const { today } = useFormat();
  return (
    <Disclosure summary="Pause it" open={state?.intent === "pause"}>
      <Form state={state} intent="pause" className="max-w-[560px] space-y-5">
        <p className="text-muted">
          It rests from the end of the time you have paid for. Nothing is charged meanwhile.
        </p>
        <DateInput
          name="resumesOn"
          label="Goes on on"
          hint="Left empty: when you say so."
          min={today}
          optional
        />
        <Button>Plan the pause</Button>
      </Form>
    </Disclosure>
  );
}

function Cancel({ plan, state }: LeavingProps) {
  const { date } = useFormat();
  const end = plan.periodEndsOn ?? plan.trialEndsOn;
  return (
    <Disclosure summary="Cancel it" open={state?.intent === "cancel"}>
      <Form state={state} intent="cancel" className="max-w-[560px] space-y-5">
        <RadioGroup
          name="when"
          legend="When"
          choices={[
            {
              value: "period_end",
              label: end ? `On ${date(end)}` : "At the end of the time paid for",
              hint: "You keep it until then, and nothing is charged after.",
            },
            {
              value: "now",
              label: "Today",
              hint: "Access ends at once. What was paid for this period is not paid back.",
            },
          ]}
          defaultValue="period_end"
        />
        <TextArea
          name="reason"
          label="What made you leave"
          hint="It helps us; you need not say."
          rows={2}
          optional
        />
        <Button look="danger">Cancel {plan.offer.name}</Button>
      </Form>
    </Disclosure>
  );
}
