import { redirect } from "react-router";
import { z } from "zod";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { type ActionArgs, submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { AuthHeading } from "./auth-heading.tsx";

const Address = z.object({ email: z.email() });

/** Was the mail asked for? The address of the page says so, and the page says the same whoever asked. */
export const isSent = (url: string): boolean => new URL(url).searchParams.has("sent");

/** Asks for the mail and comes back to the same page, which says what was sent. */
export const sendMail = (args: ActionArgs, send: (email: string) => Promise<void>) =>
  submit(args, ({ email }: z.infer<typeof Address>) => send(email), {
    schema: Address,
    onSuccess: () => redirect(`${new URL(args.request.url).pathname.replace(/\.data$/u, "")}?sent`),
  });

interface MailFormProps {
  title: string;
  text: string;
  /** The words of the way back to the password. */
  back: string;
  state: FormState | undefined;
}

/** Asks for an address to mail a link to. */
export function MailForm({ title, text, back, state }: MailFormProps) {
  return (
    <>
      <AuthHeading title={title} text={text} />
      <Form state={state}>
        <TextInput name="email" type="email" label="E-mail address" autoComplete="email" autoFocus />
        <Button look="primary" size="large" wide>
          Send the link
        </Button>
      </Form>
      <p className="mt-5 text-muted">
        <TextLink to="/sign-in" className="touch:inline-block touch:py-3">
          {back}
        </TextLink>
      </p>
    </>
  );
}
