import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import { AddPasskey } from "./add-passkey.tsx";

interface PasskeyItem {
  passkeyId: string;
  name: string;
  createdAt: string | null;
}

/** Passkeys: named, removed, and added where scripts run. */
export function PasskeySection({
  passkeys,
  hasPassword,
  state,
}: {
  hasPassword: boolean;
  passkeys: readonly PasskeyItem[];
  state: FormState | undefined;
}) {
  return (
    <Section
      title="Passkeys"
      note="Sign in with your finger, your face or a PIN instead of a password. Adding and using one needs JavaScript."
    >
      {passkeys.length > 0 && (
        <Card flush className="mb-3">
          <ul className="divide-y divide-line">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.passkeyId} passkey={passkey} state={state} />
            ))}
          </ul>
        </Card>
      )}
      <AddPasskey hasPassword={hasPassword} />
    </Section>
  );
}

function PasskeyRow({ passkey, state }: { passkey: PasskeyItem; state: FormState | undefined }) {
  const { passkeyId, name, createdAt } = passkey;
  const isRefused = state?.values.passkeyId?.[0] === passkeyId;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Icon name="key-round" className="text-muted" />
        <div className="min-w-0 flex-1">
          <p dir="auto" className="font-medium">
            {name}
          </p>
          {createdAt && (
            <p className="text-13 text-muted">
              Added <Moment at={createdAt} />
            </p>
          )}
        </div>
        <Form intent="remove" className="">
          <input type="hidden" name="passkeyId" value={passkeyId} />
          <Button size="small">
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </Form>
      </div>
      <Disclosure summary={`Rename ${name}`} open={isRefused}>
        <Form state={isRefused ? state : null} intent="rename" className="max-w-[420px]">
          <input type="hidden" name="passkeyId" value={passkeyId} />
          <TextInput name="name" label="Name" defaultValue={name} maxLength={80} />
          <Button>Save the name</Button>
        </Form>
      </Disclosure>
    </li>
  );
}
