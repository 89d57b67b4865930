import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { OverlayButtons } from "./overlay-buttons.tsx";

const refused: FormState = {
  intent: "report",
  message: null,
  errors: { value: "Enter a number", source: "Use at most 200 characters" },
  values: {
    metric: ["retention"],
    value: ["ninety"],
    source: ["Ledger, read by hand"],
    asOf: ["2027-05-14"],
  },
};

const metrics = [
  { value: "enrolments", label: "Course enrolments", group: "Academy" },
  { value: "retention", label: "Customer retention", group: "Customers" },
  { value: "revenue", label: "Revenue, monthly", group: "Billing" },
];

/** Everything to press, type and choose. */
export function ControlsView() {
  return (
    <>
      <PageHeader
        title="Controls"
        lead="One primary action per view. 36 px for a pointer, 44 px for a finger."
      />
      <Section title="Buttons">
        <div className="flex flex-wrap items-center gap-2">
          <Button type="button" look="primary">
            Publish page
          </Button>
          <Button type="button" icon="plus">
            Add risk
          </Button>
          <Button type="button" look="quiet" icon="download">
            Download
          </Button>
          <Button type="button" look="danger">
            Revoke token
          </Button>
          <Button type="button" disabled>
            Not now
          </Button>
          <LinkButton to="/console/design" size="small">
            Small
          </LinkButton>
          <IconButton icon="ellipsis" label="More actions" />
          <OverlayButtons />
        </div>
      </Section>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-2">
        <Section title="A form">
          <Card className="py-5">
            <FreshForm />
          </Card>
        </Section>
        <Section title="The same, refused">
          <Card className="py-5">
            <RefusedForm />
          </Card>
        </Section>
      </div>
    </>
  );
}

function FreshForm() {
  return (
    <Form>
      <TextInput
        name="title"
        label="Title"
        hint="As it stands on the scorecard"
        placeholder="Customer retention"
      />
      <Combobox name="metric" label="Metric" options={metrics} />
      <RadioGroup
        name="window"
        legend="Counted over"
        defaultValue="month"
        choices={[
          { value: "month", label: "One month", hint: "Starts again on the first" },
          { value: "all", label: "All time" },
        ]}
      />
      <Switch name="mail" label="Mail me about it" hint="Once a day at most" defaultChecked />
      <Checkbox name="stretch" label="Has a stretch target" />
      <PasswordInput name="password" label="Password" autoComplete="current-password" />
      <CopyField label="Calendar address" value="https://cairn.example/calendar/7f3a.ics" />
      <Button look="primary">Save target</Button>
    </Form>
  );
}

function RefusedForm() {
  return (
    <Form intent="report" state={refused}>
      <Select name="metric" label="Metric" options={metrics} emptyLabel="Choose a metric" />
      <NumberInput name="value" label="Value" unit="%" />
      <DateInput name="asOf" label="As of" />
      <TextArea name="source" label="Source" hint="Where somebody else can read the same number" />
      <TextInput name="note" label="Note" optional />
      <Button look="primary">Report value</Button>
    </Form>
  );
}
