import type { RubricCriterion } from "#modules/academy/contract/assignment.ts";
import { Card } from "#web/ui/card.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface Row {
  /** Identity on the page; `id` is empty for a row that is still free. */
  key: string;
}

type LevelRow = Row & { id: string; title: string; description: string; points: number | undefined };
type CriterionRow = Row & { id: string; title: string; description: string; levels: LevelRow[] };

const FREE_LEVELS = 3;

const freeLevel = (key: string): LevelRow => ({ key, id: "", title: "", description: "", points: undefined });

/** What is there, and free rows after it: what stays empty counts for nothing, and saving brings new ones. */
function withFree(rubric: readonly RubricCriterion[]): CriterionRow[] {
  const known = rubric.map((criterion) => ({
    ...criterion,
    key: criterion.id,
    levels: [
      ...criterion.levels.map((level) => ({ ...level, key: level.id })),
      freeLevel(`${criterion.id}-free`),
    ],
  }));
  const levels = Array.from({ length: FREE_LEVELS }, (_, at) => freeLevel(`free-${at}`));
  return [...known, { key: "free", id: "", title: "", description: "", levels }];
}

function LevelFields({ level, name, at }: { level: LevelRow; name: string; at: number }) {
  const isFirst = at === 0;
  return (
    <li className="grid gap-x-3 gap-y-2 sm:grid-cols-[6rem_12rem_1fr]">
      <input type="hidden" name={`${name}.id`} value={level.id} />
      <NumberInput
        name={`${name}.points`}
        label="Points"
        labelHidden={!isFirst}
        required={false}
        defaultValue={level.points}
        className="max-w-none"
      />
      <TextInput
        name={`${name}.title`}
        label="Level"
        labelHidden={!isFirst}
        required={false}
        maxLength={100}
        defaultValue={level.title}
      />
      <TextInput
        name={`${name}.description`}
        label="What earns it"
        labelHidden={!isFirst}
        required={false}
        maxLength={2000}
        defaultValue={level.description}
      />
    </li>
  );
}

/** Criteria and their levels. Emptying a title and its levels takes a criterion out. */
export function RubricFields({ rubric }: { rubric: readonly RubricCriterion[] }) {
  return (
    <Section
      title="Rubric"
      note="What is looked at in marking, and what earns how many points. Without criteria the mark is a percentage. Rows left empty count for nothing; there are free ones again after each save."
    >
      <ol className="space-y-4">
        {withFree(rubric).map((criterion, at) => {
          const name = `rubric[${at}]`;
          return (
            <li key={criterion.key}>
              <Card className="space-y-4 py-4">
                <input type="hidden" name={`${name}.id`} value={criterion.id} />
                <TextInput
                  name={`${name}.title`}
                  label={criterion.id ? `Criterion ${at + 1}` : "Another criterion"}
                  required={false}
                  maxLength={200}
                  defaultValue={criterion.title}
                />
                <TextArea
                  name={`${name}.description`}
                  label="What is looked at"
                  required={false}
                  rows={2}
                  maxLength={2000}
                  defaultValue={criterion.description}
                />
                <ul className="space-y-3">
                  {criterion.levels.map((level, place) => (
                    <LevelFields key={level.key} level={level} name={`${name}.levels[${place}]`} at={place} />
                  ))}
                </ul>
              </Card>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
