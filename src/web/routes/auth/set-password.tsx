import { z } from "zod";
import type { LinkFacts } from "#kernel/auth/door.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "#kernel/browser/password-rules.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { orProblem } from "#web/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/set-password.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { goOn, wayBack } from "./step.ts";

const UseLink = z.object({
  token: z.string().min(1).max(512),
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().optional(),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});

export const meta: Route.MetaFunction = () => [{ title: "Set your password · Cairn" }];

/** The facts of an owner's link, an invitation or a reset; a link that is over says so. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const link = await orProblem(page.auth.readLink(token), page.requestId);
  return { token, link, company: page.company.name };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, (input: z.infer<typeof UseLink>) => auth.useLink(input), {
    schema: UseLink,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function SetPasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const { token, link, company } = loaderData;
  const { title, text, button } = wordsFor(link, company);
  return (
    <>
      <AuthHeading title={title} text={text} />
      <Form state={actionData}>
        <input type="hidden" name="token" value={token} />
        {link.kind === "owner" ? (
          <>
            <TextInput name="name" label="Your name" autoComplete="name" autoFocus />
            <TextInput name="email" type="email" label="E-mail address" autoComplete="username" />
          </>
        ) : (
          // Not sent, but password managers keep the new password under this name.
          <input type="email" autoComplete="username" defaultValue={link.email ?? ""} readOnly hidden />
        )}
        <PasswordInput
          name="password"
          label="New password"
          hint={`At least ${PASSWORD_MIN} characters. A few unrelated words are easy to keep and hard to guess.`}
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
        />
        <Button look="primary" size="large" wide>
          {button}
        </Button>
      </Form>
    </>
  );
}

function wordsFor(link: LinkFacts, company: string): { title: string; text: string; button: string } {
  switch (link.kind) {
    case "owner":
      return {
        title: `Welcome to ${company}`,
        text: "You are the first one here, so you become the owner. You can invite others later.",
        button: "Become the owner",
      };
    case "invitation":
      return {
        title: `Join ${company}`,
        text: `You are invited as ${link.email ?? "a colleague"}${link.role ? `, with the role ${link.role}` : ""}. Set a password to accept.`,
        button: "Accept the invitation",
      };
    case "password_reset":
      return {
        title: "Set a new password",
        text: `For ${link.email ?? "your account"}. You are signed out everywhere else.`,
        button: "Set the password",
      };
  }
}
