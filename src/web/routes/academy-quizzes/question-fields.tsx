import { NumberInput } from "#web/ui/number-input.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { KindFields } from "./kind-fields.tsx";
import type { QuestionForm } from "./question-draft.ts";
import { KIND_WORDS } from "./words.ts";

/** Everything of a question, key and all. */
export function QuestionFields({ form }: { form: QuestionForm }) {
  return (
    <>
      <input type="hidden" name="kind" value={form.kind} />
      <p className="text-14 text-muted">{KIND_WORDS[form.kind]}</p>
      <RichTextEditor name="prompt" label="What is asked" value={form.prompt} />
      <KindFields form={form} />
      <RichTextEditor
        name="explanation"
        label="Explanation"
        optional
        hint="Shown with the right answer, when the quiz shows it."
        value={form.explanation}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberInput name="points" label="Points" min={0} max={1000} defaultValue={form.points} />
        <TextInput
          name="tags"
          label="Tags"
          optional
          hint="Separated by commas. Quizzes can draw by tag."
          defaultValue={form.tags}
        />
      </div>
    </>
  );
}
