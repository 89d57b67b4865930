import type { z } from "zod";
import {
  type AcceptedCourseInvitation,
  CourseInvitationToken,
  type ReadCourseInvitation,
} from "#modules/academy/contract/invitations.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { AuthHeading } from "../auth/auth-heading.tsx";
import type { Route } from "./+types/accept.ts";

export const meta: Route.MetaFunction = () => [{ title: "Take a course · Cairn" }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, viewer, company } = context.get(pageContext);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const invitation = await call<z.output<typeof ReadCourseInvitation>>("academy.read_course_invitation", {
    token,
  });
  const next = new URLSearchParams({ next: `/learn/invitations/accept?token=${token}` });
  return {
    token,
    invitation,
    company: company.name,
    viewerEmail: viewer?.email ?? null,
    signIn: `/sign-in?${next}`,
  };
}

export async function action(args: Route.ActionArgs) {
  return submit<z.output<typeof AcceptedCourseInvitation>>(args, "academy.accept_course_invitation", {
    schema: CourseInvitationToken,
    onSuccess: ({ courseSlug }) => done(`/learn/${courseSlug}`),
  });
}

export default function AcceptCourseInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { token, invitation, company, viewerEmail, signIn } = loaderData;
  const words = `${company} invites you to take this course. It costs you nothing. ${invitation.summary}`;
  if (viewerEmail === null)
    return (
      <>
        <AuthHeading title={invitation.courseTitle} text={`${words} Sign in as ${invitation.email} first.`} />
        <LinkButton look="primary" size="large" wide to={signIn}>
          Sign in
        </LinkButton>
      </>
    );
  return (
    <>
      <AuthHeading title={invitation.courseTitle} text={words} />
      <Form state={actionData}>
        <input type="hidden" name="token" value={token} />
        <Button look="primary" size="large" wide>
          Take the course
        </Button>
      </Form>
      <p className="mt-5 text-muted [overflow-wrap:anywhere]">You are signed in as {viewerEmail}.</p>
    </>
  );
}
