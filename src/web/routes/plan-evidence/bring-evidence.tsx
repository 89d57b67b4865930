import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission, useShell } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** The three ways to bring evidence, each a form of its own. */
export function BringEvidence({ state }: { state: FormState | undefined }) {
  const mayReport = usePermission("playbook:report");
  if (!mayReport) return null;
  return (
    <Card className="mt-4">
      <Disclosure summary="Bring a file" open={state?.intent === "file"}>
        <FileForm state={state} />
      </Disclosure>
      <Disclosure summary="Bring a link" open={state?.intent === "link"}>
        <LinkForm state={state} />
      </Disclosure>
      <Disclosure summary="Sign a note" open={state?.intent === "note"}>
        <NoteForm state={state} />
      </Disclosure>
    </Card>
  );
}

const NAME_HINT = "As others find it in the list.";

function FileForm({ state }: { state: FormState | undefined }) {
  return (
    <Form state={state} intent="file" encType="multipart/form-data" className="max-w-form">
      <FileInput name="file" label="File" hint="Up to 25 MB." required />
      <TextInput name="title" label="Name" hint={NAME_HINT} optional />
      <Button look="secondary">Bring file</Button>
    </Form>
  );
}

function LinkForm({ state }: { state: FormState | undefined }) {
  return (
    <Form state={state} intent="link" className="max-w-form">
      <TextInput name="url" type="url" label="Address" placeholder="https://" required />
      <TextInput name="title" label="Name" hint={NAME_HINT} optional />
      <Button look="secondary">Bring link</Button>
    </Form>
  );
}

function NoteForm({ state }: { state: FormState | undefined }) {
  const { viewer } = useShell();
  return (
    <Form state={state} intent="note" className="max-w-form">
      <TextArea name="body" label="What you vouch for" rows={3} required />
      <TextInput name="title" label="Name" hint="The first line of the note unless you name it." optional />
      <p className="text-13 text-muted">
        Signed with your name, <span dir="auto">{viewer.name}</span>, and the moment you send it.
      </p>
      <Button look="secondary">Sign note</Button>
    </Form>
  );
}
