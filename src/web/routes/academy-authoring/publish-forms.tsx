import type { z } from "zod";
import type { CurriculumList } from "#modules/academy/contract/authoring-versions.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";

type Version = z.output<typeof CurriculumList>["items"][number];

function Scheduled({ draft, state }: { draft: Version; state: FormState | null }) {
  if (!draft.publishAt) return null;
  return (
    <div className="mb-4 max-w-xl">
      <Notice title="A publication is scheduled">
        <p>
          This draft goes out <Moment at={draft.publishAt} />, as it is then.
        </p>
        <Form state={state} intent="cancel" className="mt-2">
          <Button size="small">Take it back</Button>
        </Form>
      </Notice>
    </div>
  );
}

function Discard({ state }: { state: FormState | null }) {
  return (
    <Disclosure summary="Throw the draft away">
      <Form state={state} intent="discard" className="space-y-3">
        <p className="text-pretty text-muted">
          Everything that was changed since the last version is gone then. Questions and files stay.
        </p>
        <Button look="danger">Throw draft away</Button>
      </Form>
    </Disclosure>
  );
}

/** Publishing now, at a time, or not at all. */
export function PublishForms({
  draft,
  isSound,
  isOnly,
  state,
}: {
  draft: Version;
  isSound: boolean;
  isOnly: boolean;
  state: FormState | null;
}) {
  return (
    <Section
      title={`Publish version ${draft.number}`}
      note="Who begins from then on follows it. Who is in the middle of an older version finishes that one, and certificates stay as they are."
    >
      <Scheduled draft={draft} state={state} />
      <div className="grid max-w-3xl gap-8 md:grid-cols-2">
        <Form state={state} intent="publish">
          <TextArea
            name="note"
            label="What is new"
            hint="For other authors."
            rows={3}
            maxLength={2000}
            optional
          />
          <Button look="primary" disabled={!isSound}>
            Publish now
          </Button>
        </Form>
        <Form state={state} intent="schedule">
          <DateInput name="publishAt" label="Or at a time" withTime hint="In the company's time zone." />
          <Button icon="calendar-clock">Schedule publication</Button>
        </Form>
      </div>
      {!isOnly && <Discard state={state} />}
    </Section>
  );
}
