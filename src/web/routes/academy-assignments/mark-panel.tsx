import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import { MarkForm } from "./mark-form.tsx";
import type { Submission } from "./submission.tsx";

interface PanelProps {
  submission: Submission;
  comment: RichTextValue;
  state: FormState | undefined;
}

type StepProps = Omit<PanelProps, "comment">;

/** Asks for the work again, with what to do. */
function ReturnForm({ submission, state }: StepProps) {
  return (
    <Disclosure summary="Ask the student to hand in again" open={state?.intent === "return"}>
      <Form state={state} intent="return">
        <input type="hidden" name="version" value={submission.version} />
        <TextArea
          name="note"
          label="What to do again"
          hint="The student reads it. It costs no attempt."
          rows={3}
          maxLength={2000}
        />
        <Button>Give it back</Button>
      </Form>
    </Disclosure>
  );
}

/** Takes the work: nobody else can mark it then. */
function Claim({ submission, state }: StepProps) {
  const { claimedBy, claimedUntil, nextReading } = submission;
  if (claimedBy && claimedUntil)
    return (
      <Notice tone="accent" title={`${claimedBy.name} has this on the table`}>
        Until <Moment at={claimedUntil} /> nobody else can mark it.
      </Notice>
    );
  return (
    <Card>
      <p className="mb-3 text-muted">
        {nextReading === "second" && "It needs a second mark by somebody who has not seen the first. "}
        {nextReading === "agreed" && "Two marks differ. Look at both and set the one that counts. "}
        Take it first: then nobody else marks it for an hour.
      </p>
      <Form state={state} intent="claim">
        <Button look="primary" icon="pen-line">
          Take it to mark
        </Button>
      </Form>
    </Card>
  );
}

/** After the mark: tell it, or open it again. */
function AfterMark({ submission, state }: StepProps) {
  return (
    <Card>
      {submission.status === "marked" && (
        <>
          <p className="mb-3 text-muted">The student does not see the mark yet.</p>
          <Form state={state} intent="release">
            <Button look="primary" icon="check">
              Release the mark
            </Button>
          </Form>
        </>
      )}
      {submission.status === "released" && <p className="text-muted">The student has the mark.</p>}
      <Disclosure summary="Reopen the mark" open={state?.intent === "reopen"}>
        <Form state={state} intent="reopen">
          <input type="hidden" name="version" value={submission.version} />
          <TextArea name="reason" label="Why" hint="It stays in the history." rows={2} maxLength={2000} />
          <Button>Reopen</Button>
        </Form>
      </Disclosure>
      {submission.status === "marked" && <ReturnForm submission={submission} state={state} />}
    </Card>
  );
}

/** Marking, by where the submission is. */
export function MarkPanel({ submission, comment, state }: PanelProps) {
  const { nextReading, isMine, status, returnedNote } = submission;
  if (status === "withdrawn") return <Notice title="The student took this back" />;
  if (status === "returned")
    return (
      <Notice title="The student was asked to hand in again">
        <p className="whitespace-pre-line" dir="auto">
          {returnedNote}
        </p>
      </Notice>
    );
  return (
    <Section title="Mark" className="min-w-0">
      {nextReading === null ? (
        <AfterMark submission={submission} state={state} />
      ) : isMine ? (
        <>
          <MarkForm submission={submission} comment={comment} state={state} />
          <div className="mt-6 border-t border-line pt-3">
            <ReturnForm submission={submission} state={state} />
            <Form intent="back">
              <Button look="quiet">Put it back into the queue</Button>
            </Form>
          </div>
        </>
      ) : (
        <Claim submission={submission} state={state} />
      )}
    </Section>
  );
}
