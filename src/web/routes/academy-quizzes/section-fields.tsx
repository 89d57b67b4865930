import { countOf } from "#web/format/plural.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Choice } from "./load-quiz-form.ts";
import { KIND_WORDS, type Quiz, type QuestionKind } from "./words.ts";

type Section = Quiz["sections"][number];

const NEW: Section = { title: "", draw: null, questionIds: [], tags: [], pool: 0, asks: 0 };

interface SectionProps {
  section: Section;
  at: number;
  choices: readonly Choice[];
  isNew: boolean;
}

function Chosen({ section, at, choices }: SectionProps) {
  return (
    <Disclosure summary={`Named questions: ${section.questionIds.length} of ${choices.length}`}>
      <div
        className="max-h-96 overflow-y-auto rounded-control border border-line px-3"
        tabIndex={0}
        role="group"
        aria-label="Questions"
      >
        {choices.map(({ id, words, kind, tags }) => (
          <Checkbox
            key={id}
            name={`sections[${at}].questionIds[]`}
            value={id}
            defaultChecked={section.questionIds.includes(id)}
            label={<span dir="auto">{words}</span>}
            hint={[KIND_WORDS[kind as QuestionKind], tags.join(", ")].filter(Boolean).join("; ")}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function OneSection(props: SectionProps) {
  const { section, at, choices, isNew } = props;
  const name = (field: string) => `sections[${at}].${field}`;
  return (
    <fieldset className="min-w-0 space-y-4 rounded-card border border-line px-4 py-4">
      <legend className="px-1 text-14 font-semibold">
        {isNew
          ? "One more section"
          : `Section ${at + 1}: asks ${section.asks} of ${countOf(section.pool, "question")}`}
      </legend>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_140px]">
        <TextInput name={name("title")} label="Title" optional maxLength={200} defaultValue={section.title} />
        <NumberInput
          name={name("draw")}
          label="Draw"
          optional
          hint="Empty: all"
          min={1}
          max={500}
          defaultValue={section.draw ?? ""}
        />
      </div>
      <TextInput
        name={name("tags")}
        label="Draw by tags"
        optional
        hint="Separated by commas; questions with one of them."
        defaultValue={section.tags.join(", ")}
      />
      {choices.length > 0 && <Chosen {...props} />}
      {!isNew && <Checkbox name={name("remove")} label="Remove this section when saving" />}
    </fieldset>
  );
}

/** What a quiz asks, section after section; the last one is free for more. */
export function SectionFields({
  sections,
  choices,
}: {
  sections: readonly Section[];
  choices: readonly Choice[];
}) {
  return (
    <div className="space-y-4">
      {[...sections, NEW].map((section, at) => (
        <OneSection key={at} section={section} at={at} choices={choices} isNew={at === sections.length} />
      ))}
    </div>
  );
}
