import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { useShell } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { choicesFor } from "./role.ts";

interface ActionsProps {
  person: { role: string; status: string };
  isSelf: boolean;
  state: FormState | undefined;
}

/** What a manager may do with a person; what the operation would refuse is left out. */
export function PersonActions({ person, isSelf, state }: ActionsProps) {
  const { viewer } = useShell();
  return (
    <div>
      <Section title="Role" note="It holds from the next page they open.">
        <Form state={state} intent="role">
          <RadioGroup
            name="role"
            legend="What they may do"
            choices={choicesFor(viewer.role)}
            defaultValue={person.role}
          />
          <Button>Change the role</Button>
        </Form>
      </Section>
      {person.status === "invited" && (
        <Section title="Invitation" note="The earlier link ends when a new one is sent.">
          <Form state={state} intent="invite">
            <Button icon="mail">Send it again</Button>
          </Form>
        </Section>
      )}
      {!isSelf && <Access status={person.status} state={state} />}
    </div>
  );
}

function Access({ status, state }: { status: string; state: FormState | undefined }) {
  if (status === "disabled")
    return (
      <Section title="Access" note="They keep their password and their keys; tokens stay revoked.">
        <Form state={state} intent="enable">
          <Button>Let them in again</Button>
        </Form>
        <Disclosure summary="Erase this person’s data">
          <p className="mb-4 text-pretty text-muted">
            Name, address, keys and what they wrote of themselves are gone for good, in every part of Cairn.
            What they did stays, under no name.
          </p>
          <Form state={state} intent="erase">
            <Button look="danger">Erase for good</Button>
          </Form>
        </Disclosure>
      </Section>
    );
  return (
    <Section title="Access">
      <Disclosure summary="Shut this person out">
        <p className="mb-4 text-pretty text-muted">
          Their browsers are signed out at once and their tokens are revoked for good. What they did stays.
        </p>
        <Form state={state} intent="disable">
          <Button look="danger">Shut them out</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
