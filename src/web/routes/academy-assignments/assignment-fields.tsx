import type { z } from "zod";
import type { AssignmentDetail } from "#modules/academy/contract/assignment-editing.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { RubricFields } from "./rubric-fields.tsx";

type Assignment = z.output<typeof AssignmentDetail>;

function HandInFields({ settings }: { settings?: Assignment["settings"] }) {
  return (
    <Section title="What is handed in, and when">
      <div className="space-y-4">
        <Checkbox name="settings.acceptsText" label="Text" defaultChecked={settings?.acceptsText ?? true} />
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberInput
            name="settings.maxFiles"
            label="Files at most"
            defaultValue={settings?.maxFiles ?? 5}
          />
          <NumberInput
            name="settings.maxMegabytes"
            label="Each up to"
            unit="MB"
            defaultValue={(settings?.maxFileBytes ?? 20_000_000) / 1_000_000}
          />
          <NumberInput
            name="settings.dueDays"
            label="Due"
            unit="days after the start"
            hint="To the end of that day by the student's clock. Empty: no date."
            optional
            defaultValue={settings?.dueDays ?? undefined}
          />
          <NumberInput
            name="settings.attempts"
            label="Times it may be handed in"
            defaultValue={settings?.attempts ?? 2}
          />
        </div>
        <TextArea
          name="settings.fileTypes"
          label="Kinds of files"
          hint="Media types, one a line, such as application/pdf or image/*. Empty: all that are no programs."
          optional
          rows={3}
          mono
          defaultValue={settings?.fileTypes.join("\n")}
        />
      </div>
    </Section>
  );
}

/** The fields of an assignment, new or known. */
export function AssignmentFields({ assignment, brief }: { assignment?: Assignment; brief?: RichTextValue }) {
  const settings = assignment?.settings;
  return (
    <>
      <TextInput name="title" label="Title" maxLength={200} defaultValue={assignment?.title} />
      <TextInput
        name="slug"
        label="Short name"
        hint="Lower-case letters, digits and dashes; unique in the course"
        maxLength={80}
        defaultValue={assignment?.slug}
      />
      <RichTextEditor name="brief" label="What is to be done" value={brief} />
      <HandInFields settings={settings} />
      <RubricFields rubric={assignment?.rubric ?? []} />
      <Section title="Marking">
        <div className="space-y-4">
          <NumberInput
            name="settings.passingPercent"
            label="Passed from"
            unit="%"
            defaultValue={settings?.passingPercent ?? 60}
          />
          <Checkbox
            name="settings.secondMarking"
            label="Marked twice"
            hint="By two graders who do not see each other's mark. Where they differ, a person sets the one that counts."
            defaultChecked={settings?.secondMarking ?? false}
          />
        </div>
      </Section>
    </>
  );
}
