import { useRef } from "react";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { AddBlock } from "./add-block.tsx";
import { BlockCard } from "./block-card.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { Lesson } from "./lesson.tsx";
import type { Choices } from "./load-choices.ts";
import { RuleFields } from "./rule-fields.tsx";
import { SavedState } from "./saved-state.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useCourse } from "./use-course.ts";

interface Props {
  lesson: Lesson;
  texts: Record<string, RichTextValue>;
  choices: Choices;
  state: FormState | null;
}

function Facts({ lesson }: { lesson: Lesson }) {
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <TextInput name="title" label="Title" maxLength={200} defaultValue={lesson.title} />
      <TextInput
        name="slug"
        label="Address"
        hint="Part of the lesson's web address."
        maxLength={80}
        defaultValue={lesson.slug}
      />
      <TextArea
        name="summary"
        label="Summary"
        rows={2}
        maxLength={1000}
        optional
        defaultValue={lesson.summary}
      />
      <div className="grid gap-5">
        <NumberInput
          name="minutes"
          label="How long it takes"
          unit="minutes"
          defaultValue={String(lesson.minutes)}
        />
        <Switch
          name="isPreview"
          label="Free to read"
          hint="Anybody can read it, without an account."
          defaultChecked={lesson.isPreview}
        />
      </div>
    </div>
  );
}

/** Everything of a lesson in one form, which saves by itself where scripts run. */
export function LessonEditor({ lesson, texts, choices, state }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const mayWrite = usePermission("academy:write");
  const { courseId } = useCourse();
  const { revision, savedAt, newer, change, overwrite } = useAutosave(form, lesson.revision);
  const at = `/console/academy/courses/${courseId}`;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{lesson.title}</span>}
        over={`${lesson.moduleTitle}, ${lesson.curriculumStatus === "draft" ? "being written" : "as it is out"}`}
        actions={
          <>
            <SavedState savedAt={savedAt} />
            <LinkButton to={`${at}/lessons/${lesson.key}/history`}>History</LinkButton>
            <LinkButton to={`${at}/lessons/${lesson.key}/preview`}>Preview</LinkButton>
          </>
        }
      />
      <ConflictDialog newer={newer} onOverwrite={overwrite} />
      <Form ref={form} state={state} className="max-w-3xl space-y-6" onChange={change}>
        <input type="hidden" name="revision" value={revision} />
        <Disclosure summary="Title, address, length and rules" open={lesson.blocks.length === 0}>
          <div className="space-y-6 pt-2">
            <Facts lesson={lesson} />
            <RuleFields lesson={lesson} />
          </div>
        </Disclosure>
        <Section title="What is in it">
          <ol className="space-y-5">
            {lesson.blocks.map((block, place) => (
              <BlockCard
                key={block.id}
                block={block}
                place={place}
                last={lesson.blocks.length - 1}
                value={texts[block.id]}
                choices={choices}
                onChange={change}
              />
            ))}
          </ol>
        </Section>
        {mayWrite && (
          <>
            <AddBlock choices={choices} />
            <div className="flex gap-2">
              <Button look="primary">Save lesson</Button>
              <LinkButton to={at} look="quiet">
                Back to the curriculum
              </LinkButton>
            </div>
          </>
        )}
      </Form>
    </>
  );
}
