import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Cohort } from "./sessions.tsx";

/** Cohorts a student may join now. */
export function ChooseCohort({
  choices,
  state,
}: {
  choices: Cohort["choices"];
  state: FormState | undefined;
}) {
  const { dateRange } = useFormat();
  if (choices.length === 0)
    return (
      <EmptyState
        icon="users"
        title="You learn at your own pace"
        text="No cohort can be joined now. When one opens, it is here."
      />
    );
  return (
    <Section
      title="Join a cohort"
      note="You learn with others, by dates. Lessons then open by the cohort's first day."
    >
      <Form state={state} intent="cohort">
        <RadioGroup
          name="cohortId"
          legend="Cohort"
          choices={choices.map(({ cohortId, title, startsOn, endsOn, placesLeft }) => ({
            value: cohortId,
            label: title,
            hint: `${dateRange(startsOn, endsOn)}${placesLeft === null ? "" : `, ${countOf(placesLeft, "place")} left`}`,
          }))}
        />
        <Button look="primary">Join</Button>
      </Form>
    </Section>
  );
}
