import { Form as GetForm } from "react-router";
import type { z } from "zod";
import type { EvidenceKinds } from "#modules/playbook/contract/evidence.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { type Option, Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { kindFields, labelOf } from "./kind-fields.ts";

type Kind = z.output<typeof EvidenceKinds>["kinds"][number];

interface AskForProofProps {
  kinds: readonly Option[];
  /** The kind chosen in a first step; what may be asked of it depends on it. */
  chosen: Kind | null;
  state: FormState | undefined;
}

/** Asks for more proof in two steps: what kind, then how many and which. */
export function AskForProof({ kinds, chosen, state }: AskForProofProps) {
  const mayEdit = usePermission("playbook:edit");
  if (!mayEdit) return null;
  return (
    <div className="mt-3">
      <Disclosure summary="Ask for something to be shown" open={chosen !== null}>
        <Card className="max-w-form space-y-4">
          <GetForm method="get" preventScrollReset className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Select
                name="ask"
                label="Kind of proof"
                options={kinds}
                defaultValue={chosen?.kind}
                key={chosen?.kind}
              />
            </div>
            <Button look={chosen ? "quiet" : "secondary"}>{chosen ? "Change" : "Continue"}</Button>
          </GetForm>
          {chosen && <AskForm kind={chosen} state={state} />}
        </Card>
      </Disclosure>
    </div>
  );
}

const ownKind = (kind: string): boolean => kind.startsWith("playbook.");

function AskForm({
  kind: { kind, title, filterSchema },
  state,
}: {
  kind: Kind;
  state: FormState | undefined;
}) {
  const fields = ownKind(kind) ? [] : kindFields(filterSchema);
  return (
    <Form state={state} intent="bind-new" className="space-y-4">
      <input type="hidden" name="kind" value={kind} />
      <NumberInput
        name="minCount"
        label={`${title}: how many at least`}
        defaultValue={1}
        min={1}
        step={1}
        required
      />
      {fields.map(({ name, label, options }) =>
        options ? (
          <Select
            key={name}
            name={`filter.${name}`}
            label={label}
            options={options.map((value) => ({ value, label: labelOf(value) }))}
            emptyLabel="Any"
            optional
          />
        ) : (
          <TextInput key={name} name={`filter.${name}`} label={label} optional />
        ),
      )}
      <Button look="secondary">Ask for it</Button>
    </Form>
  );
}
