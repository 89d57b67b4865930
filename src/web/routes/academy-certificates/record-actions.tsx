import type { CertificateRecord } from "#modules/academy/contract/certificates.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface RecordActionsProps {
  record: CertificateRecord;
  state: FormState | undefined;
}

const Reason = () => (
  <TextInput
    name="reason"
    label="Reason"
    hint="For the house alone. Strangers see that it changed and when, not why."
  />
);

/** What may be decided about a certificate. */
export function RecordActions({ record, state }: RecordActionsProps) {
  const { standing } = record;
  return (
    <Section title="Decide">
      <div className="space-y-1">
        <Disclosure summary="Correct the name" open={state?.intent === "reissue"}>
          <p className="mb-4 text-pretty text-muted">
            The student gets a new certificate with a new number and a new badge. This one leads to it.
          </p>
          <Form state={state} intent="reissue">
            <TextInput name="holderName" label="Name on the certificate" defaultValue={record.holderName} />
            <Reason />
            <Button>Issue it anew</Button>
          </Form>
        </Disclosure>
        {standing === "suspended" && (
          <Disclosure summary="Let it count again" open={state?.intent === "reinstate"}>
            <Form state={state} intent="reinstate">
              <Reason />
              <Button>Let it count again</Button>
            </Form>
          </Disclosure>
        )}
        {(standing === "valid" || standing === "expired") && (
          <Disclosure summary="Suspend it" open={state?.intent === "suspend"}>
            <p className="mb-4 text-pretty text-muted">
              It does not count until you let it. Use this while something is looked into.
            </p>
            <Form state={state} intent="suspend">
              <Reason />
              <Button>Suspend it</Button>
            </Form>
          </Disclosure>
        )}
        {standing !== "revoked" && (
          <Disclosure summary="Revoke it" open={state?.intent === "revoke"}>
            <p className="mb-4 text-pretty text-muted">
              This cannot be taken back: its badge is listed as revoked for ever. A new certificate can be
              issued.
            </p>
            <Form state={state} intent="revoke">
              <Reason />
              <Button look="danger">Revoke it</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
