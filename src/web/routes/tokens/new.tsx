import { z } from "zod";
import { CreateToken, type NewToken, type PermissionSummary } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/new.ts";

type Made = z.output<typeof NewToken>;
type Permissions = { items: z.output<typeof PermissionSummary>[] };

export const handle: RouteHandle = { crumb: "Make a token" };

// Here nothing is meant by leaving something out: no box ticked is no choice, and no end is chosen as such.
const MakeTokenForm = CreateToken.omit({ personId: true, email: true }).extend({
  scopes: z.array(z.string()).min(1, "Choose what it may do"),
  expiresInDays: z.number().int().nullable(),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await context.get(pageContext).call<Permissions>("staff.list_permissions");
  return { permissions: items };
}

/** The secret is the answer to the post itself: no address leads to it again. */
export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  let made: Made | undefined;
  const answer = await submit(
    args,
    async (input: z.output<typeof MakeTokenForm>) => {
      made = await call<Made>("staff.create_token", input);
    },
    { schema: MakeTokenForm },
  );
  return made ? { made } : answer;
}

const lifetimes = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

export default function MakeToken({ loaderData: { permissions }, actionData }: Route.ComponentProps) {
  const made = actionData && "made" in actionData ? actionData.made : undefined;
  if (made) return <Secret made={made} />;
  const state = actionData && !("made" in actionData) ? actionData : undefined;
  return (
    <>
      <PageHeader title="Make a token" lead="It acts for you. Give it no more than the program needs." />
      <TokenForm permissions={permissions} state={state} />
    </>
  );
}

function TokenForm({
  permissions,
  state,
}: {
  permissions: Permissions["items"];
  state: FormState | undefined;
}) {
  return (
    <Form state={state} className="max-w-[560px]">
      <TextInput name="name" label="Name" hint="What uses it: a script, a server, an agent." maxLength={80} />
      <fieldset>
        <legend className="mb-1 text-13 font-medium">May do</legend>
        <Checkbox
          name="scopes[]"
          value="*"
          label="Everything I may do"
          hint="Also what is added later. Leave it empty to choose below."
        />
        {permissions.map(({ permission, title }) => (
          <Checkbox key={permission} name="scopes[]" value={permission} label={title} hint={permission} />
        ))}
      </fieldset>
      <Checkbox
        name="agent"
        label="An agent holds it"
        hint="What cannot be undone then waits until a person approves."
      />
      <Select
        name="expiresInDays"
        label="Ends after"
        options={lifetimes}
        emptyLabel="When I revoke it"
        defaultValue="90"
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary">Make the token</Button>
        <LinkButton to="/console/tokens">Cancel</LinkButton>
      </div>
    </Form>
  );
}

function Secret({ made }: { made: Made }) {
  return (
    <>
      <PageHeader title={<span dir="auto">{made.name}</span>} lead="Your new token." />
      <div className="max-w-[640px] space-y-5">
        <Notice tone="caution" title="Copy it now">
          It is shown this once. If it is lost, revoke it and make another.
        </Notice>
        <CopyField label="Token" value={made.token} hint="Send it as: Authorization: Bearer" />
        <p className="text-muted">
          {made.expiresAt ? (
            <>
              It ends <Moment at={made.expiresAt} />.
            </>
          ) : (
            "It works until it is revoked."
          )}
        </p>
        <LinkButton look="primary" to="/console/tokens">
          I have copied it
        </LinkButton>
      </div>
    </>
  );
}
