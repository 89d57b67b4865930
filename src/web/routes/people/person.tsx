import type { z } from "zod";
import { ChangeRole, OnePerson, type PersonSummary, type Session } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { useShell } from "#web/shell/use-shell.ts";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import { done } from "#web/forms/submit.ts";
import { SessionList } from "../account/session-list.tsx";
import { OneSession } from "../account/session-form.ts";
import type { Route } from "./+types/person.ts";
import { PersonActions } from "./person-actions.tsx";
import { roleLabel } from "./role.ts";
import { Standing } from "./standing.tsx";

type Person = z.output<typeof PersonSummary>;
type SessionPage = { items: z.output<typeof Session>[] };

export const handle: RouteHandle = {
  crumb: (data: { person: { name: string } }) => data.person.name,
  notices: {
    role_changed: "The role is changed. It holds from the next page they open.",
    invited: "A new invitation is on its way. The earlier link no longer works.",
    disabled: "They are shut out. Their browsers are signed out and their tokens revoked.",
    enabled: "They can sign in again. Tokens they had stay revoked.",
    erased: "Their data is erased in every part of Cairn.",
    signed_out: "That browser is signed out.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { personId } = params;
  const person = await call<Person>("staff.get_person", { personId });
  const mayManage = viewer?.permissions.includes("staff:manage") ?? false;
  const sessions = mayManage ? (await call<SessionPage>("staff.list_sessions", { personId })).items : null;
  return { person, sessions, isSelf: viewer?.personId === personId };
}

const OPERATIONS = {
  role: ["staff.change_role", ChangeRole, "role_changed"],
  invite: ["staff.resend_invitation", OnePerson, "invited"],
  disable: ["staff.disable_person", OnePerson, "disabled"],
  enable: ["staff.enable_person", OnePerson, "enabled"],
  erase: ["staff.erase_person", OnePerson, "erased"],
  session: ["staff.revoke_session", OneSession, "signed_out"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { personId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.role;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, personId }),
    onSuccess: () => done(`/console/people/${personId}`, notice),
  });
}

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, sessions, isSelf } = loaderData;
  const { viewer } = useShell();
  const mayManage = sessions !== null && (person.role !== "owner" || viewer.role === "owner");
  return (
    <>
      <PageHeader title={<span dir="auto">{person.name}</span>} lead={person.email} />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <Section title="Person">
            <Card>
              <KeyValue
                pairs={[
                  { label: "Role", value: roleLabel(person.role) },
                  { label: "Standing", value: <Standing status={person.status} /> },
                  {
                    label: "Second step at sign-in",
                    value: person.hasAuthenticator ? "Code of an app" : "None",
                  },
                  { label: "Joined", value: person.joinedAt ? <Moment at={person.joinedAt} /> : "Not yet" },
                  { label: "Last seen", value: person.seenAt ? <Moment at={person.seenAt} ago /> : "Never" },
                ]}
              />
            </Card>
          </Section>
          {sessions && (
            <Section title="Signed in with" note="Browsers that can act as this person now.">
              <SessionList sessions={sessions} mayEnd={mayManage} />
            </Section>
          )}
        </div>
        {mayManage && <PersonActions person={person} isSelf={isSelf} state={actionData} />}
      </div>
    </>
  );
}
