import type { z } from "zod";
import { InvitationToken, type MemberChange } from "#modules/people/contract/members.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { AuthHeading } from "../auth/auth-heading.tsx";
import type { Route } from "./+types/accept.ts";

interface Invitation {
  accountName: string;
  email: string;
  role: string;
}

export const meta: Route.MetaFunction = () => [{ title: "Join an account · Cairn" }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, viewer, company } = context.get(pageContext);
  const url = new URL(request.url);
  const token = url.searchParams.get("token") ?? "";
  const invitation = await call<Invitation>("people.read_invitation", { token });
  const next = new URLSearchParams({ next: `/invitation?token=${token}` });
  return {
    token,
    invitation,
    company: company.name,
    viewerEmail: viewer?.email ?? null,
    signIn: `/sign-in?${next}`,
  };
}

export async function action(args: Route.ActionArgs) {
  return submit<z.output<typeof MemberChange>>(args, "people.accept_invitation", {
    schema: InvitationToken,
    onSuccess: () => done("/account", "joined"),
  });
}

export default function AcceptInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { token, invitation, company, viewerEmail, signIn } = loaderData;
  const words = `You are invited to use what ${invitation.accountName} has at ${company}.`;
  if (viewerEmail === null)
    return (
      <>
        <AuthHeading
          title={`Join ${invitation.accountName}`}
          text={`${words} Sign in as ${invitation.email} first.`}
        />
        <LinkButton look="primary" size="large" wide to={signIn}>
          Sign in
        </LinkButton>
      </>
    );
  return (
    <>
      <AuthHeading title={`Join ${invitation.accountName}`} text={words} />
      <Form state={actionData}>
        <input type="hidden" name="token" value={token} />
        <Button look="primary" size="large" wide>
          Join
        </Button>
      </Form>
      <p className="mt-5 text-muted [overflow-wrap:anywhere]">You are signed in as {viewerEmail}.</p>
    </>
  );
}
