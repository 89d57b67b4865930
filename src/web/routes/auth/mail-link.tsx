import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/mail-link.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { MailSent } from "./mail-sent.tsx";

const MailLink = z.object({ email: z.email() });

export const meta: Route.MetaFunction = () => [{ title: "E-mail me a link · Cairn" }];

export function loader({ request }: Route.LoaderArgs) {
  return { sent: new URL(request.url).searchParams.has("sent") };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ email }: z.infer<typeof MailLink>) => auth.mailSignInLink(email), {
    schema: MailLink,
    onSuccess: () => redirect("/sign-in/mail?sent"),
  });
}

export default function MailLinkPage({ loaderData: { sent }, actionData }: Route.ComponentProps) {
  if (sent) return <MailSent again="/sign-in/mail" what="a link that signs you in" />;
  return (
    <>
      <AuthHeading
        title="E-mail me a link"
        text="It signs you in without a password, once, on this device."
      />
      <Form state={actionData}>
        <TextInput name="email" type="email" label="E-mail address" autoComplete="email" autoFocus />
        <Button look="primary" size="large" wide>
          Send the link
        </Button>
      </Form>
      <p className="mt-5 text-muted">
        <TextLink to="/sign-in" className="touch:inline-block touch:py-3">
          Use a password instead
        </TextLink>
      </p>
    </>
  );
}
