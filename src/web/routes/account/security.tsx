import type { z } from "zod";
import type { Session } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { orProblem } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { withCookies } from "../auth/step.ts";
import type { Route } from "./+types/security.ts";
import { AccountTabs } from "./account-tabs.tsx";
import { AuthenticatorSection } from "./authenticator-section.tsx";
import { ownPathOf } from "./own-path.ts";
import { PasskeySection } from "./passkey-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { ChangePassword, OwnPassword, PasskeyName, OnePasskey, Nothing } from "./security-forms.ts";
import { OneSession } from "./session-form.ts";
import { SessionList } from "./session-list.tsx";
import { redirect } from "react-router";

type SessionPage = { items: z.output<typeof Session>[] };

export const handle: RouteHandle = {
  crumb: "Security",
  notices: {
    password_changed: "Your password is changed. Other browsers are signed out.",
    authenticator_added: "Your authenticator app is set up. Sign-in asks for a code from now on.",
    authenticator_removed: "The authenticator app is removed. Sign-in no longer asks for a code.",
    passkey_renamed: "The passkey has its new name.",
    passkey_removed: "The passkey is removed.",
    passkey_added: "The passkey is added.",
    signed_out: "That browser is signed out.",
    others_out: "All other browsers are signed out.",
  },
};

export async function loader({ context }: Route.LoaderArgs) {
  const { auth, call, requestId } = context.get(pageContext);
  const [security, sessions] = await Promise.all([
    orProblem(auth.security(), requestId),
    call<SessionPage>("staff.list_sessions", {}),
  ]);
  return { security, sessions: sessions.items };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  const here = ownPathOf(args.request, "security");
  const saved = (notice: string) => ({ onSuccess: () => done(here, notice) });
  switch (String((await args.request.clone().formData()).get("intent"))) {
    case "password":
      return submit(args, (entry: z.output<typeof ChangePassword>) => auth.changePassword(entry), {
        schema: ChangePassword,
        ...saved("password_changed"),
      });
    case "authenticator":
      return submit(args, (entry: z.output<typeof OwnPassword>) => auth.removeAuthenticator(entry.current), {
        schema: OwnPassword,
        onSuccess: (cookies) =>
          redirect(`${here}?notice=authenticator_removed`, { headers: withCookies(cookies) }),
      });
    case "rename":
      return submit(args, (entry: z.output<typeof PasskeyName>) => auth.renamePasskey(entry), {
        schema: PasskeyName,
        ...saved("passkey_renamed"),
      });
    case "remove":
      return submit(args, (entry: z.output<typeof OnePasskey>) => auth.removePasskey(entry.passkeyId), {
        schema: OnePasskey,
        ...saved("passkey_removed"),
      });
    case "others":
      return submit(args, () => auth.endOtherSessions(), { schema: Nothing, ...saved("others_out") });
    default:
      return submit(args, "staff.revoke_session", { schema: OneSession, ...saved("signed_out") });
  }
}

export default function Security({ loaderData: { security, sessions }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Your account" lead="What guards your sign-in, and where you are signed in now." />
      <AccountTabs />
      <div className="max-w-[720px]">
        <PasswordSection hasPassword={security.hasPassword} state={actionData} />
        <AuthenticatorSection security={security} state={actionData} />
        <PasskeySection passkeys={security.passkeys} hasPassword={security.hasPassword} state={actionData} />
        <Section
          title="Signed in with"
          note="End what you do not know, then set a new password."
          actions={
            sessions.length > 1 && (
              <Form intent="others" className="">
                <Button size="small">Sign out everywhere else</Button>
              </Form>
            )
          }
        >
          <SessionList sessions={sessions} currentId={security.sessionId} mayEnd />
        </Section>
      </div>
    </>
  );
}
