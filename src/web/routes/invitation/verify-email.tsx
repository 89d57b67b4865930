import { redirect } from "react-router";
import { EmailToken } from "#modules/people/contract/emails.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { AuthHeading } from "../auth/auth-heading.tsx";
import type { Route } from "./+types/verify-email.ts";

export const meta: Route.MetaFunction = () => [{ title: "Is this your address? · Cairn" }];

export function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const token = url.searchParams.get("token") ?? "";
  // A button posts it: a mail scanner that opens every link proves nothing.
  if (!context.get(pageContext).viewer)
    throw redirect(`/sign-in?${new URLSearchParams({ next: `${url.pathname}?token=${token}` })}`);
  return { token };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "people.verify_my_email", {
    schema: EmailToken,
    onSuccess: () => done("/account/profile", "email_verified"),
  });
}

export default function VerifyEmail({ loaderData: { token }, actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading
        title="Is this your address?"
        text="Press the button, and the address you got the mail at counts as yours as well."
      />
      <Form state={actionData}>
        <input type="hidden" name="token" value={token} />
        <Button look="primary" size="large" wide>
          Yes, it is mine
        </Button>
      </Form>
    </>
  );
}
