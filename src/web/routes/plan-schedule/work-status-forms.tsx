import { useFormat } from "#web/format/use-format.ts";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { WorkPackageData } from "./types.ts";

interface StatusProps {
  work: WorkPackageData;
  state: FormState | undefined;
}

/** What can be said of the work now: that it begins, is done, goes on, or is dropped. */
export function StatusForms({ work, state }: StatusProps) {
  const { status } = work;
  return (
    <div className="space-y-1">
      {status === "planned" && <StartForm state={state} />}
      {(status === "planned" || status === "active") && <FinishForm work={work} state={state} />}
      {(status === "done" || status === "cancelled") && (
        <NoteForm intent="reopen" summary="Reopen it" label="Why it goes on" button="Reopen" state={state} />
      )}
      {(status === "planned" || status === "active") && (
        <NoteForm
          intent="cancel"
          summary="Cancel it"
          label="Why it is dropped"
          button="Cancel work"
          state={state}
        />
      )}
    </div>
  );
}

function StartForm({ state }: { state: FormState | undefined }) {
  const { today } = useFormat();
  return (
    <Disclosure summary="Start it" open={state?.intent === "start"}>
      <Form state={state} intent="start" className="space-y-3">
        <DateInput name="on" label="First day of work" defaultValue={today} max={today} />
        <Button size="small">Start work</Button>
      </Form>
    </Disclosure>
  );
}

function FinishForm({ work, state }: StatusProps) {
  const { today } = useFormat();
  const left = work.progress.total - work.progress.done;
  return (
    <Disclosure summary="Finish it" open={state?.intent === "finish"}>
      <Form state={state} intent="finish" className="space-y-3">
        <DateInput name="on" label="Last day of work" defaultValue={today} max={today} />
        <TextArea
          name="note"
          label={left > 0 ? "Why it counts as done" : "Note"}
          hint={left > 0 ? `${countOf(left, "deliverable is", "deliverables are")} not proved` : undefined}
          optional={left === 0}
          required={left > 0}
          rows={2}
        />
        <Button size="small">Finish work</Button>
      </Form>
    </Disclosure>
  );
}

function NoteForm(props: {
  intent: string;
  summary: string;
  label: string;
  button: string;
  state: FormState | undefined;
}) {
  const { intent, summary, label, button, state } = props;
  return (
    <Disclosure summary={summary} open={state?.intent === intent}>
      <Form state={state} intent={intent} className="space-y-3">
        <TextArea name="note" label={label} rows={2} required />
        <Button size="small">{button}</Button>
      </Form>
    </Disclosure>
  );
}
