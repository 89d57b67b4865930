import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/forgot-password.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { MailSent } from "./mail-sent.tsx";

const ForgotPassword = z.object({ email: z.email() });

export const meta: Route.MetaFunction = () => [{ title: "Forgot your password · Cairn" }];

export function loader({ request }: Route.LoaderArgs) {
  return { sent: new URL(request.url).searchParams.has("sent") };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ email }: z.infer<typeof ForgotPassword>) => auth.mailResetLink(email), {
    schema: ForgotPassword,
    onSuccess: () => redirect("/forgot-password?sent"),
  });
}

export default function ForgotPasswordPage({ loaderData: { sent }, actionData }: Route.ComponentProps) {
  if (sent) return <MailSent again="/forgot-password" what="a link to set a new password" />;
  return (
    <>
      <AuthHeading
        title="Set a new password"
        text="We mail you a link. Until you use it, your password stays as it is."
      />
      <Form state={actionData}>
        <TextInput name="email" type="email" label="E-mail address" autoComplete="email" autoFocus />
        <Button look="primary" size="large" wide>
          Send the link
        </Button>
      </Form>
      <p className="mt-5 text-muted">
        <TextLink to="/sign-in" className="touch:inline-block touch:py-3">
          Back to sign in
        </TextLink>
      </p>
    </>
  );
}
