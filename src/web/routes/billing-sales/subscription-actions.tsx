import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Subscription } from "./subscription.tsx";

interface ActionsProps {
  subscription: Subscription;
  state: FormState | undefined;
}

function Cancel({ state }: { state: FormState | undefined }) {
  return (
    <Disclosure summary="Cancel">
      <Form state={state} intent="cancel">
        <RadioGroup
          name="when"
          legend="When it ends"
          choices={[
            { value: "period_end", label: "At the end of the paid period" },
            {
              value: "now",
              label: "Now",
              hint: "Access ends at once. Refund the invoice if money is to go back.",
            },
          ]}
          defaultValue="period_end"
        />
        <TextInput name="reason" label="Reason" optional hint="Helps you see later why people leave." />
        <Button look="danger">Cancel the subscription</Button>
      </Form>
    </Disclosure>
  );
}

function Pause({ state }: { state: FormState | undefined }) {
  return (
    <Disclosure summary="Pause">
      <p className="mb-4 text-pretty text-muted">
        From the end of the paid period there is no access and no bill, until the day you choose or until
        somebody goes on.
      </p>
      <Form state={state} intent="pause">
        <DateInput name="resumesOn" label="Goes on by itself on" optional />
        <Button>Pause the subscription</Button>
      </Form>
    </Disclosure>
  );
}

/** What may be done with a subscription as it stands. */
export function SubscriptionActions({ subscription, state }: ActionsProps) {
  const { status, cancelOn, pausedOn } = subscription;
  const isPlanned = status !== "paused" && (cancelOn !== null || pausedOn !== null);
  return (
    <div>
      {status === "cancelled" && (
        <Section
          title="Begin again"
          note="On the plan it had, with an invoice now and access when it is paid."
        >
          <Form state={state} intent="revive">
            <Button>Issue the invoice</Button>
          </Form>
        </Section>
      )}
      {status === "paused" && (
        <Section title="Go on" note="A new period begins today, with its invoice.">
          <Form state={state} intent="resume">
            <Button>Go on from today</Button>
          </Form>
        </Section>
      )}
      {isPlanned && (
        <Section
          title="Planned"
          note={cancelOn ? "It ends with its paid period." : "It pauses after its paid period."}
        >
          <Form state={state} intent="keep">
            <Button>Let it go on</Button>
          </Form>
        </Section>
      )}
      {status !== "cancelled" && !isPlanned && (
        <Section title="End or pause">
          <Cancel state={state} />
          {status === "active" && <Pause state={state} />}
        </Section>
      )}
    </div>
  );
}
