import type { Asked } from "#modules/academy/contract/quiz-answer.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { TextInput } from "#web/ui/text-input.tsx";
import { ChoiceList } from "./choice-list.tsx";
import { ClozeFields } from "./cloze-fields.tsx";
import { MatchFields } from "./match-fields.tsx";
import { OrderFields } from "./order-fields.tsx";
import type { Item } from "./quiz-words.ts";

type Of<K extends Asked["kind"]> = Extract<Asked, { kind: K }>;

const TRUE_FALSE = [
  { value: "true", label: "True" },
  { value: "false", label: "False" },
];

function Choices({ asked, item }: { asked: Of<"single"> | Of<"multiple">; item: Item }) {
  const { answer } = item;
  const chosen =
    answer?.kind === "single" ? [answer.choice ?? ""] : answer?.kind === "multiple" ? answer.choices : [];
  return (
    <ChoiceList
      type={asked.kind === "single" ? "radio" : "checkbox"}
      name={asked.kind === "single" ? "choice" : "choices"}
      chosen={chosen}
      choices={asked.options.map(({ id, text }) => ({
        value: id,
        label: <RichText text={text} fileHref={courseFile} />,
      }))}
    />
  );
}

function TypedField({ item }: { item: Item }) {
  const { asked, answer } = item;
  const value = answer?.kind === "numeric" || answer?.kind === "short_text" ? answer.text : "";
  const unit = asked.kind === "numeric" ? asked.unit : "";
  return (
    <div className="flex max-w-sm items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextInput
          name="text"
          label="Your answer"
          defaultValue={value}
          required={false}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={asked.kind === "numeric" ? 200 : 1000}
          inputMode={asked.kind === "numeric" ? "decimal" : undefined}
          className="h-11 text-16"
        />
      </div>
      {unit && (
        <span className="pb-2.5 text-muted" dir="auto">
          {unit}
        </span>
      )}
    </div>
  );
}

/** The controls of a question, whatever its kind; each works by keyboard and without scripts. */
export function AnswerFields({ item, onAnswer }: { item: Item; onAnswer(): void }) {
  const { asked, answer } = item;
  switch (asked.kind) {
    case "single":
    case "multiple":
      return <Choices asked={asked} item={item} />;
    case "true_false": {
      const chosen = answer?.kind === "true_false" && answer.value !== null ? [String(answer.value)] : [];
      return <ChoiceList type="radio" name="value" chosen={chosen} choices={TRUE_FALSE} />;
    }
    case "ordering":
      return <OrderFields asked={asked} answer={answer} onAnswer={onAnswer} />;
    case "matching":
      return <MatchFields asked={asked} answer={answer} />;
    case "cloze":
      return <ClozeFields asked={asked} answer={answer} />;
    default:
      return <TypedField item={item} />;
  }
}
