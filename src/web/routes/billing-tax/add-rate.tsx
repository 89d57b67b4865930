import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

/** A rate that begins on a day. */
export function AddRate({ state }: { state: FormState | undefined }) {
  return (
    <Form state={state} intent="add" className="max-w-form">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput
          name="jurisdiction"
          label="Place"
          hint="FR, US-NY, or PT-20 for a region with a rate of its own"
        />
        <NumberInput name="ratePpm" label="Rate" unit="%" />
        <DateInput name="validFrom" label="From" />
        <TextInput
          name="source"
          label="Source"
          hint="The law or the page of the authority where you read it"
        />
      </div>
      <div>
        <Checkbox name="taxesDigital" label="Digital products are taxed there" defaultChecked />
        <Checkbox name="taxesServices" label="Services are taxed there" defaultChecked />
      </div>
      <Button look="primary">Add the rate</Button>
    </Form>
  );
}
