import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";

/** Sends a test event to the webhook of the page. */
export function TestButton() {
  return (
    <Form intent="test">
      <Button icon="send">Send a test event</Button>
    </Form>
  );
}

interface ActionsProps {
  webhook: { enabled: boolean; previousSecretUntil: string | null };
  state: FormState | undefined;
}

/** What can be done with a webhook besides changing it. */
export function WebhookActions({ webhook, state }: ActionsProps) {
  const intent = webhook.enabled ? "off" : "on";
  return (
    <div>
      <Section title={webhook.enabled ? "Pause" : "Switch on"}>
        <Form state={state} intent={intent}>
          <Button icon={webhook.enabled ? "pause" : "play"}>
            {webhook.enabled ? "Switch it off" : "Switch it on"}
          </Button>
        </Form>
      </Section>
      <Section title="Signing secret">
        {webhook.previousSecretUntil && (
          <p className="mb-3 text-muted">
            The secret before is valid until <Moment at={webhook.previousSecretUntil} />.
          </p>
        )}
        <Form state={state} intent="renew">
          <Button icon="refresh-cw">Renew the secret</Button>
        </Form>
      </Section>
      <Section title="Remove">
        <Disclosure summary="Remove this webhook">
          <p className="mb-4 text-pretty text-muted">
            It hears nothing more. What it was sent stays on record.
          </p>
          <Form state={state} intent="remove">
            <Button look="danger">Remove it</Button>
          </Form>
        </Disclosure>
      </Section>
    </div>
  );
}
