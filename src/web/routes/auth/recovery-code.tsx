import { z } from "zod";
import { pageContext } from "#web/context.ts";
import { submit } from "#web/forms/submit.ts";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/recovery-code.ts";
import { nextStep, SecondStep } from "./second-step.tsx";
import { goOn, stepPath, wayBack } from "./step.ts";

const RecoveryCode = z.object({ code: z.string().trim().min(1).max(64) });

export const meta: Route.MetaFunction = () => [{ title: "Use a recovery code · Cairn" }];

export const loader = ({ context, request }: Route.LoaderArgs) =>
  nextStep(context.get(pageContext).auth, request.url);

export async function action(args: Route.ActionArgs) {
  const { auth } = args.context.get(pageContext);
  return submit(args, ({ code }: z.infer<typeof RecoveryCode>) => auth.enterRecoveryCode(code), {
    schema: RecoveryCode,
    onSuccess: (step) => goOn(step, wayBack(args.request.url)),
  });
}

export default function RecoveryCodePage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <SecondStep
      title="Use a recovery code"
      text="One of the ten codes you were given with your authenticator app. Each works once."
      state={actionData}
      field={{
        label: "Recovery code",
        autoComplete: "off",
        autoCapitalize: "none",
        spellCheck: false,
        className: "font-mono",
      }}
    >
      <TextLink to={stepPath("/sign-in/code", next)} className="touch:inline-block touch:py-3">
        Use the app instead
      </TextLink>
    </SecondStep>
  );
}
