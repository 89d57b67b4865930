import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/sign-in.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { goOn, stepPath, wayBack } from "./step.ts";

const SignIn = z.object({ email: z.email(), password: z.string().min(1), remember: z.boolean() });

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Cairn" }];

export function loader({ context, request }: Route.LoaderArgs) {
  const next = wayBack(request.url);
  if (context.get(pageContext).viewer) throw redirect(next);
  return { next };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, (input: z.infer<typeof SignIn>) => auth.signIn(input), {
    schema: SignIn,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function SignInPage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading title="Sign in" />
      <Form state={actionData}>
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username webauthn"
          autoFocus
        />
        <PasswordInput name="password" label="Password" autoComplete="current-password" />
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <Checkbox name="remember" label="Stay signed in" defaultChecked />
          <TextLink to="/forgot-password" className="py-2 text-muted hover:text-text touch:py-3">
            Forgot your password?
          </TextLink>
        </div>
        <Button look="primary" size="large" wide>
          Sign in
        </Button>
      </Form>
      <p className="my-5 flex items-center gap-3 text-13 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <div className="space-y-2.5">
        <PasskeyButton next={next} />
        <LinkButton to={stepPath("/sign-in/mail", next)} icon="mail" size="large" wide>
          E-mail me a sign-in link
        </LinkButton>
      </div>
    </>
  );
}
