import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import { DECISIONS, type Experiment } from "./experiment-words.tsx";

interface OutcomeProps {
  experiment: Experiment;
  may: { record: boolean; decide: boolean };
  state: FormState | undefined;
}

/** What came out, and what follows from it. */
export function ExperimentOutcome({ experiment, may, state }: OutcomeProps) {
  const { resultNote, resultValue, decision, standing } = experiment;
  const { number } = useFormat();
  return (
    <>
      <Section title="What came out">
        {resultNote === null ? (
          <p className="text-muted">
            {standing === "planned" ? "It has not begun." : "Nobody has written it down yet."}
          </p>
        ) : (
          <div className="max-w-measure">
            {resultValue !== null && (
              <p className="text-22 font-semibold tabular-nums">{number(resultValue)}</p>
            )}
            <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {resultNote}
            </p>
          </div>
        )}
        {may.record && decision === null && standing !== "planned" && (
          <ResultForm experiment={experiment} state={state} />
        )}
      </Section>
      <Section title="What follows">
        {decision === null ? (
          <p className="text-muted">
            {resultNote === null ? "Decided when the result is there." : "Not decided yet."}
          </p>
        ) : (
          <Decided experiment={experiment} decision={decision} />
        )}
        {may.decide && decision === null && resultNote !== null && (
          <Form state={state} intent="decide" className="mt-3 max-w-form space-y-3">
            <RadioGroup
              name="decision"
              legend="We"
              choices={Object.entries(DECISIONS).map(([value, { word, hint }]) => {
                return { value, label: word, hint };
              })}
            />
            <Button look="primary">Decide</Button>
          </Form>
        )}
      </Section>
    </>
  );
}

function Decided({
  experiment: { decidedAt, decidedBy },
  decision,
}: {
  experiment: Experiment;
  decision: keyof typeof DECISIONS;
}) {
  const { past, hint } = DECISIONS[decision];
  return (
    <>
      <p>
        <strong className="font-semibold">{past}.</strong> {hint}
      </p>
      <p className="text-13 text-muted">
        {decidedBy?.name ?? "Somebody who left"}
        {decidedAt && (
          <>
            , <Moment at={decidedAt} />
          </>
        )}
      </p>
    </>
  );
}

function ResultForm({ experiment, state }: { experiment: Experiment; state: FormState | undefined }) {
  const { resultNote, resultValue, metricTitle } = experiment;
  return (
    <Disclosure
      summary={resultNote === null ? "Write down the result" : "Change the result"}
      open={state?.intent === "result"}
    >
      <Form state={state} intent="result" className="max-w-form space-y-3">
        <NumberInput
          name="value"
          label={metricTitle ?? "Number"}
          step="any"
          optional
          defaultValue={resultValue ?? undefined}
        />
        <TextArea
          name="note"
          label="What happened"
          rows={4}
          maxLength={4000}
          defaultValue={resultNote ?? undefined}
        />
        <Button>Keep result</Button>
      </Form>
    </Disclosure>
  );
}
