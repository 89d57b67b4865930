import { countOf } from "#web/format/plural.ts";
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
import type { WorkPackageData } from "./types.ts";
import { STATE_KINDS } from "./words.ts";

type Dependency = WorkPackageData["waitsFor"][number];

/** Work packages to choose from. */
export interface Choice {
  value: string;
  label: string;
  group?: string;
}

interface DependenciesProps {
  work: WorkPackageData;
  choices: readonly Choice[];
  mayEdit: boolean;
  state: FormState | undefined;
}

/** What it waits for, and what waits for it. */
export function Dependencies({ work, choices, mayEdit, state }: DependenciesProps) {
  return (
    <>
      <Section title="Waits for">
        {work.waitsFor.length === 0 ? (
          <p className="text-muted">Nothing. It can start on its own day.</p>
        ) : (
          <List dependencies={work.waitsFor} mayEdit={mayEdit} state={state} />
        )}
        {mayEdit && <AddForm work={work} choices={choices} state={state} />}
      </Section>
      {work.heldUp.length > 0 && (
        <Section title="What waits for it">
          <List dependencies={work.heldUp} mayEdit={mayEdit} state={state} />
        </Section>
      )}
    </>
  );
}

const TYPES = {
  FS: "Starts after it is finished",
  SS: "Starts after it has started",
  FF: "Ends after it is finished",
  SF: "Ends after it has started",
} as const;

function lagWords(days: number): string {
  if (days === 0) return "";
  const words = `${countOf(Math.abs(days), "working day")}`;
  return days > 0 ? `, ${words} later` : `, ${words} of overlap`;
}

interface ListProps {
  dependencies: readonly Dependency[];
  mayEdit: boolean;
  state: FormState | undefined;
}

function List({ dependencies, mayEdit, state }: ListProps) {
  return (
    <ul className="divide-y divide-line">
      {dependencies.map(({ dependencyId, workPackage, type, lagDays, state: standing, driving }) => (
        <li key={dependencyId} className="py-2.5">
          <TextLink to={`/console/plan/work/${workPackage.id}`} dir="auto">
            {workPackage.text}
          </TextLink>
          <p className="text-13 text-muted">
            {TYPES[type]}
            {lagWords(lagDays)}
            {driving && ". This decides the dates"}
          </p>
          <div className="flex items-center justify-between gap-3">
            <State kind={STATE_KINDS[standing].kind}>{STATE_KINDS[standing].word}</State>
            {mayEdit && (
              <Form state={state} intent={`release-${dependencyId}`} className="space-y-2">
                <input type="hidden" name="dependencyId" value={dependencyId} />
                <Button look="quiet" size="small">
                  Remove<span className="sr-only">: {workPackage.text}</span>
                </Button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AddForm({ work, choices, state }: Omit<DependenciesProps, "mayEdit">) {
  const own = new Set([work.id, ...work.waitsFor.map(({ workPackage }) => workPackage.id)]);
  return (
    <Disclosure summary="Let it wait for other work" open={state?.intent === "depend"}>
      <Form state={state} intent="depend" className="space-y-3">
        <Combobox
          name="fromId"
          label="Work package"
          placeholder="Type a part of its name"
          options={choices.filter(({ value }) => !own.has(value))}
        />
        <Select
          name="type"
          label="How it waits"
          options={Object.entries(TYPES).map(([value, label]) => ({ value, label }))}
        />
        <NumberInput
          name="lagDays"
          label="Days in between"
          unit="working days"
          defaultValue="0"
          hint="Negative to overlap"
          step="1"
        />
        <Button size="small">Add dependency</Button>
      </Form>
    </Disclosure>
  );
}
