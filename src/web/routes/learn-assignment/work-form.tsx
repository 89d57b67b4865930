import { useParams } from "react-router";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Assignment } from "./assignment.tsx";
import { DraftFiles } from "./draft-files.tsx";
import { useAutosave } from "./use-autosave.ts";

/** What a newer save from another device took the place of. */
function Replaced({ draft }: { draft: Assignment["draft"] }) {
  if (!draft.replacedText || !draft.replacedAt) return null;
  return (
    <Notice tone="caution" title="You wrote on another device too">
      <p>
        The newest text is in the field. What was kept at <Moment at={draft.replacedAt} /> is here, to copy
        from.
      </p>
      <Disclosure summary="Show the other text">
        <RichText text={draft.replacedText} />
      </Disclosure>
    </Notice>
  );
}

/** The field for the text, kept by itself while it is written. */
function TextPart({ assignment, text }: { assignment: Assignment; text: RichTextValue }) {
  const { draft } = assignment;
  const { keep, standing, revision } = useAutosave(
    `/api/v1/academy/my/courses/${assignment.courseSlug}/assignments/${assignment.assignmentKey}/draft`,
    draft.revision,
  );
  return (
    <>
      <Replaced draft={draft} />
      <input type="hidden" name="revision" value={revision} />
      <RichTextEditor name="text" label="Your text" value={text} onChange={keep} />
      <p role="status" className="min-h-5 text-13 text-muted">
        {standing ??
          (draft.savedAt && (
            <>
              Kept at <Moment at={draft.savedAt} />.
            </>
          ))}
      </p>
    </>
  );
}

/** The draft: text, files, and handing it in. */
export function WorkForm({
  assignment,
  text,
  state,
}: {
  assignment: Assignment;
  text: RichTextValue;
  state: FormState | undefined;
}) {
  const { course = "" } = useParams();
  const { settings, attemptsLeft } = assignment;
  return (
    <>
      <Section
        title="Your work"
        note={`Kept on the server, so you can go on from any device. You can hand it in ${countOf(attemptsLeft, "more time", "more times")}.`}
      >
        <Form state={state} intent="work" id="work-form" className="space-y-3">
          {settings.acceptsText && (
            <TextPart key={assignment.assignmentKey} assignment={assignment} text={text} />
          )}
        </Form>
      </Section>
      {settings.maxFiles > 0 && <DraftFiles course={course} assignment={assignment} state={state} />}
      <div className="mt-8 flex flex-wrap gap-2">
        <Button form="work-form" name="do" value="submit" look="primary" size="large">
          Hand in
        </Button>
        {settings.acceptsText && (
          <Button form="work-form" name="do" value="save" size="large">
            Keep the draft
          </Button>
        )}
      </div>
    </>
  );
}
