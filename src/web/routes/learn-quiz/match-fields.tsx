import type { Answer, Asked } from "#modules/academy/contract/quiz-answer.ts";
import { Select } from "#web/ui/select.tsx";

interface Props {
  asked: Extract<Asked, { kind: "matching" }>;
  answer: Answer | null;
}

/** What belongs to what: a list to choose of for each left side. */
export function MatchFields({ asked, answer }: Props) {
  const chosen = new Map(
    answer?.kind === "matching" ? answer.matches.map(({ left, right }) => [left, right]) : [],
  );
  const options = asked.rights.map(({ id, text }) => ({ value: id, label: text }));
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Your answer</legend>
      <div className="space-y-4">
        {asked.lefts.map(({ id, text }) => (
          <div key={id}>
            <input type="hidden" name="left" value={id} />
            <Select
              name={`right-${id}`}
              label={text}
              options={options}
              emptyLabel="Choose"
              defaultValue={chosen.get(id) ?? ""}
              className="h-11 text-16"
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
