import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/code.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { goOn, stepPath, wayBack } from "./step.ts";

const Code = z.object({
  code: z.string().regex(/^\s*(\d\s*){6}$/u, "Enter the six digits your app shows now"),
});

export const meta: Route.MetaFunction = () => [{ title: "Enter your code · Cairn" }];

export function loader({ context, request }: Route.LoaderArgs) {
  const next = wayBack(request.url);
  if (!context.get(pageContext).auth.awaitsSecondStep()) throw redirect(stepPath("/sign-in", next));
  return { next };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ code }: z.infer<typeof Code>) => auth.enterCode(code), {
    schema: Code,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function CodePage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading title="Enter your code" text="Your authenticator app shows six digits for this account." />
      <Form state={actionData}>
        <TextInput
          name="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          autoFocus
          className="font-mono tracking-[0.2em]"
        />
        <Button look="primary" size="large" wide>
          Sign in
        </Button>
      </Form>
      <p className="mt-5 text-muted">
        No app at hand?{" "}
        <TextLink to={stepPath("/sign-in/recovery-code", next)} className="touch:inline-block touch:py-3">
          Use a recovery code
        </TextLink>
      </p>
    </>
  );
}
