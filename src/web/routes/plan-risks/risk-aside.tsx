import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { peopleOptions, type Person } from "#web/parts/load-people.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import { OwnerName, Rating, RATINGS, ratingOptions, type Risk, STATUSES } from "./risk-words.tsx";

interface AsideProps {
  risk: Risk;
  people: readonly Person[];
  /** `take` is the viewer's own id where they may take what nobody owns. */
  may: { tend: boolean; assign: boolean; take: string | null };
  state: FormState | undefined;
}

const word = (rating: number | null) => rating && `${rating} · ${RATINGS[rating - 1]}`;

/** Where the risk stands, and the forms that change it. */
export function RiskAside({ risk, people, may, state }: AsideProps) {
  return (
    <aside aria-label="Rating, owner and status" className="min-w-0 max-lg:mt-8">
      <Section title="Where it stands">
        <KeyValue
          pairs={[
            { label: "Rating of 25", value: <Rating risk={risk} /> },
            { label: "Probability", value: word(risk.probability) },
            { label: "Impact", value: word(risk.impact) },
            { label: "Owner", value: <OwnerName owner={risk.owner} /> },
            { label: "Status", value: STATUSES[risk.status] },
            ...(risk.triggeredAt
              ? [{ label: "Triggered", value: <Moment at={risk.triggeredAt} ago /> }]
              : []),
            { label: "In the plan", value: `Line ${risk.lines[0]}` },
          ]}
        />
        <OwnerForms risk={risk} people={people} may={may} state={state} />
        {may.tend && <StatusForm risk={risk} state={state} />}
      </Section>
      {may.tend && <RateForm risk={risk} state={state} />}
    </aside>
  );
}

function OwnerForms({ risk, people, may, state }: AsideProps) {
  const take = risk.owner === null ? may.take : null;
  return (
    <div className="mt-3">
      {take && (
        <Form state={may.assign ? undefined : state} intent="own" className="mb-1">
          <input type="hidden" name="ownerId" value={take} />
          <Button icon="hand-coins" size="small">
            Take it
          </Button>
        </Form>
      )}
      {may.assign && (
        <Disclosure
          summary={risk.owner ? "Give it to somebody else" : "Give it to somebody"}
          open={state?.intent === "own"}
        >
          <Form state={state} intent="own" className="space-y-3">
            <Combobox
              name="ownerId"
              label="Owner"
              hint="Leave it empty to take it from its owner."
              options={peopleOptions(people)}
              defaultValue={risk.owner?.id}
              placeholder="Nobody"
            />
            <Button>Set owner</Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}

function StatusForm({ risk, state }: { risk: Risk; state: FormState | undefined }) {
  const choices = Object.entries(STATUSES).filter(([value]) => value !== risk.status);
  return (
    <Disclosure summary="Change its status" open={state?.intent === "status"}>
      <Form state={state} intent="status" className="space-y-3">
        <Select name="status" label="Status" options={choices.map(([value, label]) => ({ value, label }))} />
        <TextArea name="note" label="What happened" rows={2} maxLength={1000} />
        <Button>Change status</Button>
      </Form>
    </Disclosure>
  );
}

const given = (rating: number | null) => (rating === null ? undefined : String(rating));

function RateForm({ risk, state }: { risk: Risk; state: FormState | undefined }) {
  return (
    <Section title={risk.score === null ? "Rate it" : "Rate it anew"}>
      <Form state={state} intent="assess" className="space-y-3">
        <div className="grid grid-cols-2 gap-3">
          <Select
            name="probability"
            label="Probability"
            options={ratingOptions}
            emptyLabel="Choose"
            defaultValue={given(risk.probability)}
          />
          <Select
            name="impact"
            label="Impact"
            options={ratingOptions}
            emptyLabel="Choose"
            defaultValue={given(risk.impact)}
          />
        </div>
        <TextArea name="note" label="Why" optional rows={2} maxLength={1000} />
        <Button look={risk.score === null ? "primary" : "secondary"}>Keep rating</Button>
      </Form>
    </Section>
  );
}
