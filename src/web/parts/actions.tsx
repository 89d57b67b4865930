import type { z } from "zod";
import type { Action as ActionShape } from "#modules/playbook/contract/work.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { useFormat } from "#web/format/use-format.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import { type Person, peopleOptions } from "./load-people.ts";
import { Tick } from "./tick.tsx";

type Action = z.output<typeof ActionShape>;

interface ActionsProps {
  actions: readonly Action[];
  people: readonly Person[];
  selfId: string | null;
  state: FormState | undefined;
}

/** What was agreed on, by whom and until when; posts go through `submitAction`. */
export function Actions({ actions, people, selfId, state }: ActionsProps) {
  const mayEdit = usePermission("playbook:edit");
  return (
    <Section title="Actions">
      {actions.length === 0 && <p className="text-muted">Nothing is agreed yet.</p>}
      <ul className="divide-y divide-line">
        {actions.map((action) => (
          <li key={action.id} className="flex gap-3 py-2.5">
            <Mark action={action} mayTick={mayEdit || (selfId !== null && action.assignee?.id === selfId)} />
            <div className="min-w-0 flex-1">
              <p
                dir="auto"
                className={
                  action.doneAt
                    ? "text-muted line-through [overflow-wrap:anywhere]"
                    : "[overflow-wrap:anywhere]"
                }
              >
                {action.text}
              </p>
              <WhoAndWhen action={action} />
              {mayEdit && !action.doneAt && (
                <div data-screen-only>
                  <Disclosure summary="Change" open={state?.intent === `change-${action.id}`}>
                    <ActionForm
                      intent={`change-${action.id}`}
                      action={action}
                      people={people}
                      state={state}
                    />
                  </Disclosure>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div data-screen-only className="mt-2">
          <Disclosure summary="Agree on an action" open={state?.intent === "agree"}>
            <ActionForm key={actions.length} intent="agree" people={people} state={state} />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function Mark({ action, mayTick }: { action: Action; mayTick: boolean }) {
  if (mayTick)
    return (
      <div className="pt-0.5">
        <Tick actionId={action.id} text={action.text} isDone={action.doneAt !== null} />
      </div>
    );
  return (
    <span aria-hidden className="w-4 text-center text-muted">
      {action.doneAt ? "✓" : "–"}
    </span>
  );
}

function WhoAndWhen({ action }: { action: Action }) {
  const { today } = useFormat();
  const { assignee, dueOn, doneAt, doneBy } = action;
  const late = doneAt === null && dueOn !== null && dueOn < today;
  return (
    <p className="text-13 text-muted">
      {assignee ? <span dir="auto">{assignee.name}</span> : <span className="text-caution">Nobody yet</span>}
      {dueOn ? (
        <>
          , by <Day on={dueOn} />
        </>
      ) : (
        ", no date"
      )}
      {late && <span className="text-caution">, late</span>}
      {doneAt && (
        <>
          . Done{doneBy && <> by {doneBy.name}</>} <Moment at={doneAt} ago />
        </>
      )}
    </p>
  );
}

interface ActionFormProps {
  intent: string;
  action?: Action;
  people: readonly Person[];
  state: FormState | undefined;
}

function ActionForm({ intent, action, people, state }: ActionFormProps) {
  return (
    <Form state={state} intent={intent} className="max-w-form space-y-3">
      {action && <input type="hidden" name="actionId" value={action.id} />}
      <TextInput name="text" label="What is to be done" maxLength={1000} defaultValue={action?.text} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Combobox
          name="assigneeId"
          label="Who does it"
          options={peopleOptions(people)}
          placeholder="Nobody yet"
          defaultValue={action?.assignee?.id}
          optional
        />
        <DateInput name="dueOn" label="By" optional defaultValue={action?.dueOn ?? undefined} />
      </div>
      <Button>{action ? "Save action" : "Agree"}</Button>
    </Form>
  );
}
