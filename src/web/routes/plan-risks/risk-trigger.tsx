import type { z } from "zod";
import type { MetricChoices } from "#modules/playbook/contract/measure.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { ratingOptions, type Risk } from "./risk-words.tsx";

type Metrics = z.output<typeof MetricChoices>["metrics"];

interface TriggerProps {
  risk: Risk;
  metrics: Metrics;
  mayTend: boolean;
  state: FormState | undefined;
}

const OPERATORS = [
  { value: ">", label: "is above" },
  { value: ">=", label: "is at least" },
  { value: "<", label: "is below" },
  { value: "<=", label: "is at most" },
  { value: "=", label: "is exactly" },
];

/** The number that raises the risk by itself. */
export function RiskTriggerPart({ risk, metrics, mayTend, state }: TriggerProps) {
  const { trigger } = risk;
  return (
    <Section title="Trigger">
      {trigger ? (
        <Watched risk={risk} trigger={trigger} />
      ) : (
        <p className="text-muted">No number watches it.</p>
      )}
      {mayTend && (
        <Disclosure
          summary={trigger ? "Change the trigger" : "Let a number raise it"}
          open={state?.intent === "watch"}
        >
          <TriggerForm trigger={trigger} metrics={metrics} state={state} />
        </Disclosure>
      )}
      {mayTend && trigger && (
        <Form state={state} intent="unwatch">
          <Button look="quiet" size="small">
            Remove the trigger
          </Button>
        </Form>
      )}
    </Section>
  );
}

function Watched({ risk, trigger }: { risk: Risk; trigger: NonNullable<Risk["trigger"]> }) {
  const { number } = useFormat();
  return (
    <div className="max-w-measure">
      <p>{trigger.sentence}.</p>
      <p className="text-13 text-muted">
        Now:{" "}
        <TextLink to={`/console/plan/metrics/${trigger.metric}`}>
          {trigger.value === null ? (trigger.valueReason ?? "Not known") : number(trigger.value)}
        </TextLink>
      </p>
      {risk.triggeredAt && (
        <p className="mt-1">
          <State kind="at_risk">Passed</State>
        </p>
      )}
    </div>
  );
}

const rating = (value: number | undefined) => (value === undefined ? undefined : String(value));

function TriggerForm({
  trigger,
  metrics,
  state,
}: Pick<TriggerProps, "metrics" | "state"> & Pick<Risk, "trigger">) {
  return (
    <Form state={state} intent="watch" className="max-w-form space-y-4">
      <Combobox
        name="trigger.metric"
        label="Number to watch"
        options={metrics.map(({ key, title, live }) => ({
          value: key,
          label: live ? title : `${title} (reported by people)`,
        }))}
        defaultValue={trigger?.metric}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select name="trigger.op" label="When it" options={OPERATORS} defaultValue={trigger?.op ?? ">"} />
        <NumberInput name="trigger.level" label="Level" step="any" defaultValue={trigger?.level} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          name="trigger.raiseTo.probability"
          label="Raise probability to"
          options={ratingOptions}
          emptyLabel="As it is"
          defaultValue={rating(trigger?.raiseTo.probability)}
        />
        <Select
          name="trigger.raiseTo.impact"
          label="Raise impact to"
          options={ratingOptions}
          emptyLabel="As it is"
          defaultValue={rating(trigger?.raiseTo.impact)}
        />
      </div>
      <p className="text-13 text-muted">It raises, and never lowers: who lowers a risk is a person.</p>
      <Button>Set trigger</Button>
    </Form>
  );
}
