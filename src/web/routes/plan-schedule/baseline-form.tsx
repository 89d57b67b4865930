import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { TimelineData } from "./types.ts";

/** What the plan is compared with, and how to compare it with its dates of today from now on. */
export function BaselineForm({
  state,
  baseline,
  mayTake,
}: {
  state: FormState | undefined;
  baseline: TimelineData["baseline"];
  mayTake: boolean;
}) {
  return (
    <Section title="Baseline">
      <p className="text-muted">
        {baseline ? (
          <>
            Compared with “{baseline.name}”, taken <Moment at={baseline.takenAt} />.
          </>
        ) : (
          "The plan is not compared with anything yet."
        )}
      </p>
      {mayTake && (
        <Disclosure summary="Take a new baseline" open={state?.intent === "baseline"}>
          <Card>
            <Form state={state} intent="baseline" className="max-w-form">
              <TextInput name="name" label="Name" hint="For example “After the June review”" required />
              <TextArea
                name="reason"
                label="Why"
                hint="Delays until today no longer count as late. Earlier baselines are kept."
                rows={2}
                required
              />
              <Button>Take baseline</Button>
            </Form>
          </Card>
        </Disclosure>
      )}
    </Section>
  );
}
