import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import type { Choice } from "./load-quiz-form.ts";
import { SectionFields } from "./section-fields.tsx";
import type { Quiz } from "./words.ts";

/** A quiz as its form shows it. */
export interface QuizForm {
  title: string;
  slug: string;
  intro: RichTextValue;
  settings: Quiz["settings"];
  sections: Quiz["sections"];
}

const FEEDBACK = [
  {
    value: "immediately",
    label: "After each question",
    hint: "A question that was checked cannot be answered anew.",
  },
  { value: "after_submission", label: "After the attempt is submitted" },
  { value: "after_last_attempt", label: "After the last attempt", hint: "Needs a number of attempts." },
  { value: "never", label: "Never", hint: "Students see their result alone." },
];

const name = (field: string) => `settings.${field}`;

function Limits({ settings }: { settings: Quiz["settings"] }) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <NumberInput
        name={name("passingPercent")}
        label="Passes from"
        unit="%"
        min={0}
        max={100}
        defaultValue={settings.passingPercent}
      />
      <NumberInput
        name={name("attempts")}
        label="Attempts"
        optional
        hint="Empty: any number. The best one counts."
        min={1}
        max={100}
        defaultValue={settings.attempts ?? ""}
      />
      <NumberInput
        name={name("timeLimitMinutes")}
        label="Time limit"
        optional
        hint="Empty: none. The server's clock decides."
        unit="min"
        min={1}
        max={1440}
        defaultValue={settings.timeLimitMinutes ?? ""}
      />
      <NumberInput
        name={name("retakeAfterHours")}
        label="Wait between attempts"
        unit="h"
        min={0}
        max={8760}
        defaultValue={settings.retakeAfterHours}
      />
    </div>
  );
}

function Settings({ settings }: { settings: Quiz["settings"] }) {
  return (
    <>
      <Limits settings={settings} />
      <RadioGroup
        name={name("feedback")}
        legend="Students see what was right"
        choices={FEEDBACK}
        defaultValue={settings.feedback}
      />
      <div>
        <Checkbox
          name={name("shuffleQuestions")}
          label="Mix the questions of each section"
          defaultChecked={settings.shuffleQuestions}
        />
        <Checkbox
          name={name("shuffleOptions")}
          label="Mix the options of each question"
          defaultChecked={settings.shuffleOptions}
        />
      </div>
    </>
  );
}

/** Everything of a quiz: words, rules and what it asks. */
export function QuizFields({ form, choices }: { form: QuizForm; choices: readonly Choice[] }) {
  return (
    <>
      <TextInput name="title" label="Title" maxLength={200} defaultValue={form.title} />
      <TextInput
        name="slug"
        label="Name in files"
        hint="Lower-case letters, digits and dashes. Exports and imports know the quiz by it."
        maxLength={80}
        defaultValue={form.slug}
      />
      <RichTextEditor name="intro" label="Introduction" optional value={form.intro} />
      <Settings settings={form.settings} />
      <SectionFields sections={form.sections} choices={choices} />
    </>
  );
}
