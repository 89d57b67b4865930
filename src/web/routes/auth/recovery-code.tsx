import { redirect } from "react-router";
import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/recovery-code.ts";
import { AuthHeading } from "./auth-heading.tsx";
import { goOn, stepPath, wayBack } from "./step.ts";

const RecoveryCode = z.object({ code: z.string().trim().min(1).max(64) });

export const meta: Route.MetaFunction = () => [{ title: "Use a recovery code · Cairn" }];

export function loader({ context, request }: Route.LoaderArgs) {
  const next = wayBack(request.url);
  if (!context.get(pageContext).auth.awaitsSecondStep()) throw redirect(stepPath("/sign-in", next));
  return { next };
}

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ code }: z.infer<typeof RecoveryCode>) => auth.enterRecoveryCode(code), {
    schema: RecoveryCode,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function RecoveryCodePage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <>
      <AuthHeading
        title="Use a recovery code"
        text="One of the ten codes you were given with your authenticator app. Each works once."
      />
      <Form state={actionData}>
        <TextInput
          name="code"
          label="Recovery code"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          className="font-mono"
        />
        <Button look="primary" size="large" wide>
          Sign in
        </Button>
      </Form>
      <p className="mt-5 text-muted">
        <TextLink to={stepPath("/sign-in/code", next)} className="touch:inline-block touch:py-3">
          Use the app instead
        </TextLink>
      </p>
    </>
  );
}
