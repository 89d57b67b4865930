import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { BlankRow, ItemRow, MultipleOptionRow, PairRow, SingleOptionRow } from "./form-rows.tsx";
import type { QuestionForm } from "./question-draft.ts";
import { RowList } from "./row-list.tsx";

function Numeric({ form }: { form: QuestionForm }) {
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <NumberInput name="value" label="Right value" step="any" defaultValue={form.value} />
      <NumberInput
        name="tolerance"
        label="Tolerance"
        hint="Right up to this far away."
        step="any"
        min={0}
        defaultValue={form.tolerance}
      />
      <TextInput
        name="unit"
        label="Unit"
        optional
        hint="May be typed or left out."
        defaultValue={form.unit}
      />
    </div>
  );
}

function ShortText({ form }: { form: QuestionForm }) {
  return (
    <>
      <TextArea
        name="lines"
        label="Accepted answers"
        hint="One per line. Outer spaces and the form of quotes and dashes do not matter; accents do."
        rows={4}
        defaultValue={form.lines}
      />
      <Checkbox name="caseSensitive" label="Capital letters matter" defaultChecked={form.caseSensitive} />
    </>
  );
}

function Cloze({ form }: { form: QuestionForm }) {
  return (
    <>
      <TextArea
        name="text"
        label="Text with gaps"
        hint="Write a gap as {{1}}, {{2}} and so on."
        rows={5}
        defaultValue={form.text}
      />
      <RowList rows={form.rows} legend="Gaps" word="gap" Row={BlankRow} />
    </>
  );
}

function Matching({ form }: { form: QuestionForm }) {
  return (
    <>
      <RowList rows={form.rows} legend="Pairs" word="pair" Row={PairRow} />
      <TextArea
        name="lines"
        label="Right sides that belong to nothing"
        optional
        hint="One per line."
        rows={3}
        defaultValue={form.lines}
      />
    </>
  );
}

const TRUE_FALSE = [
  { value: "true", label: "True" },
  { value: "false", label: "False" },
];

/** The part of the form that depends on the kind: answers, and which are right. */
export function KindFields({ form }: { form: QuestionForm }) {
  const { rows } = form;
  switch (form.kind) {
    case "single":
      return (
        <RowList
          rows={rows}
          legend="Options; mark the one that is right"
          word="option"
          Row={SingleOptionRow}
        />
      );
    case "multiple":
      return (
        <RowList
          rows={rows}
          legend="Options; mark all that are right"
          word="option"
          Row={MultipleOptionRow}
        />
      );
    case "true_false":
      return (
        <RadioGroup
          name="answer"
          legend="The statement is"
          inline
          defaultValue={String(form.answer)}
          choices={TRUE_FALSE}
        />
      );
    case "numeric":
      return <Numeric form={form} />;
    case "short_text":
      return <ShortText form={form} />;
    case "ordering":
      return <RowList rows={rows} legend="Items" word="item" Row={ItemRow} />;
    case "matching":
      return <Matching form={form} />;
    case "cloze":
      return <Cloze form={form} />;
  }
}
