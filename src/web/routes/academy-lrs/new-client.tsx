import type { z } from "zod";
import { CreateLrsClient, LRS_SCOPES, type LrsClientSecret } from "#modules/academy/contract/lrs.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new-client.ts";
import { ClientSecret } from "./client-secret.tsx";
import { scopeWords } from "./scope-words.ts";

type Made = z.output<typeof LrsClientSecret>;

export const handle: RouteHandle = { crumb: "Add a program" };

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  let made: Made | undefined;
  const answer = await submit(
    args,
    async (input: z.output<typeof CreateLrsClient>) => {
      made = await call<Made>("academy.create_lrs_client", input);
    },
    {
      schema: CreateLrsClient,
      map: (form) => ({
        ...form,
        origins: String(form.origins ?? "")
          .split(/[\s,]+/)
          .filter(Boolean),
      }),
    },
  );
  return made ? { made } : answer;
}

/** All origins are lines of one field: what is wrong with one of them is said there. */
const faultsByField = (state: FormState): FormState => ({
  ...state,
  errors: Object.fromEntries(
    Object.entries(state.errors).map(([path, message]) => [path.replace(/^(origins)\.\d+$/, "$1"), message]),
  ),
});

export default function NewClient({ actionData }: Route.ComponentProps) {
  if (actionData && "made" in actionData) return <ClientSecret made={actionData.made} />;
  const state = actionData && faultsByField(actionData);
  return (
    <>
      <PageHeader title="Add a program" lead="It gets a key and a secret. Give it no more than it needs." />
      <Form
        state={state}
        names={{ origins: "Web addresses it calls from", scopes: "May do" }}
        className="max-w-form"
      >
        <TextInput name="name" label="Name" hint="Shown as the authority of what it sends." maxLength={120} />
        <fieldset>
          <legend className="mb-1 text-13 font-medium">May do</legend>
          {LRS_SCOPES.map((scope, index) => (
            <Checkbox
              key={scope}
              name="scopes[]"
              value={scope}
              label={scopeWords[scope]}
              hint={scope}
              // Said once, under the last.
              error={index < LRS_SCOPES.length - 1 ? "" : undefined}
            />
          ))}
        </fieldset>
        <TextArea
          name="origins"
          label="Web addresses it calls from"
          hint="Only for programs that run in a browser. One origin a line, such as https://courses.example.com"
          optional
          rows={2}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the program</Button>
          <LinkButton to="/console/academy/records/clients">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
